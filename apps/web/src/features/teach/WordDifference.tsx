import type { CourseDifferencesView } from '@aula/contracts';
import { diffWordsWithSpace } from 'diff';
import { useTranslation } from 'react-i18next';
import { languageNames, localeOf } from '../../lib/local-text.js';
import styles from './authoring.module.css';

/** A text as it was and as it is, word by word: what went is struck out, what came is underlined. */
export const WordDifference = ({ part, language, before, after }: CourseDifferencesView['texts'][number]) => {
  const { t } = useTranslation();
  const name = t('ui.inLanguage', { label: t(`authoring.part.${part}`), language: languageNames[language] });
  return (
    <>
      <p className={styles.quiet}>{name}</p>
      <p className={styles.difference} lang={localeOf[language]}>
        {diffWordsWithSpace(before ?? '', after ?? '').map(({ value, added, removed }, at) => {
          if (added) return <ins key={at}>{value}</ins>;
          return removed ? <del key={at}>{value}</del> : <span key={at}>{value}</span>;
        })}
      </p>
    </>
  );
};
