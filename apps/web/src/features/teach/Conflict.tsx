import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/CopyButton/CopyButton.js';
import { Notice } from '../../ui/Notice/Notice.js';
import styles from './authoring.module.css';

export interface Apart {
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  /** What is not the same, one after the other. */
  apart: readonly Apart[];
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody else saved meanwhile: shows both, and loses neither before the person has chosen. */
export const Conflict = ({ apart, onMine, onTheirs }: Props) => {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" role="alert" title={t('authoring.conflict.title')}>
      <p>{t('authoring.conflict.text')}</p>
      {apart.map(({ label, mine, theirs }) => (
        <div key={label} role="group" aria-label={label}>
          <p className={styles.label}>{label}</p>
          <div className={styles.pair}>
            <Version name={t('authoring.conflict.mine')} text={mine} />
            <Version name={t('authoring.conflict.theirs')} text={theirs} />
          </div>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button onClick={onMine}>{t('authoring.conflict.keepMine')}</Button>
        <Button variant="default" onClick={onTheirs}>
          {t('authoring.conflict.takeTheirs')}
        </Button>
      </div>
    </Notice>
  );
};

const Version = ({ name, text }: { name: string; text: string }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.version}>
      <p className={styles.quiet}>{name}</p>
      <pre tabIndex={0} aria-label={name}>
        {text || t('authoring.conflict.nothing')}
      </pre>
      {text && <CopyButton text={text}>{t('authoring.conflict.copy')}</CopyButton>}
    </div>
  );
};
