import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages, localeOf } from '../../lib/local-text.js';
import { Tag } from '../../ui/Tag/Tag.js';
import type { QuestionFields } from './question-form.js';
import styles from './teach.module.css';

interface Props {
  fields: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
}

/** The question in the other languages, beside what it says in its own; the key is the same in all of them. */
export const TranslationFields = ({ fields, set }: Props) => {
  const { t } = useTranslation();
  const { translations, language } = fields;
  const choices = fields.kind === 'single-choice' || fields.kind === 'multiple-choice' ? fields.choices : [];
  return (
    <>
      <NativeSelect
        label={t('bank.language')}
        description={t('bank.languageHint')}
        className={styles.short ?? ''}
        value={language}
        data={[{ value: '', label: t('bank.anyLanguage') }, ...languages.map((each) => ({ value: each, label: languageNames[each] }))]}
        onChange={(event) => {
          set({ language: languages.find((each) => each === event.currentTarget.value) ?? '' });
        }}
      />
      {languages
        .filter((each) => each !== language)
        .map((each) => {
          const said = translations[each] ?? { text: '', choices: [] };
          const change = (next: Partial<typeof said>) => {
            set({ translations: { ...translations, [each]: { ...said, ...next } } });
          };
          return (
            <details key={each} className={styles.details}>
              <summary>
                {languageNames[each]}{' '}
                <Tag tone={said.text.trim() ? 'good' : 'plain'}>{t(said.text.trim() ? 'bank.translated' : 'bank.untranslated')}</Tag>
              </summary>
              <div className={styles.form}>
                <Textarea
                  label={t('ui.inLanguage', { label: t('teach.question.text'), language: languageNames[each] })}
                  description={fields.text}
                  lang={localeOf[each]}
                  rows={3}
                  value={said.text}
                  onChange={(event) => {
                    change({ text: event.currentTarget.value });
                  }}
                />
                {choices.map((choice, at) => (
                  <TextInput
                    key={at}
                    label={t('ui.inLanguage', { label: t('teach.question.choice', { number: at + 1 }), language: languageNames[each] })}
                    description={choice.text}
                    lang={localeOf[each]}
                    value={said.choices[at] ?? ''}
                    onChange={(event) => {
                      change({
                        choices: choices.map((_, place) => (place === at ? event.currentTarget.value : (said.choices[place] ?? ''))),
                      });
                    }}
                  />
                ))}
              </div>
            </details>
          );
        })}
    </>
  );
};
