import type { Language } from '@aula/contracts';
import { TextInput, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Texts, languageNames, localeOf } from '../../lib/local-text.js';
import styles from './LanguageFields.module.css';

interface Props {
  label: string;
  languages: readonly Language[];
  value: Texts;
  errors?: Partial<Record<string, string>>;
  /** The field's name in error paths: `title` makes `title.es`. */
  name: string;
  long?: boolean;
  required?: boolean;
  onChange: (value: Texts) => void;
}

/** One text in several languages: a field per language, each marked with its own `lang`. */
export const LanguageFields = ({ label, languages, value, errors = {}, name, long = false, required = false, onChange }: Props) => {
  const { t } = useTranslation();
  const Field = long ? Textarea : TextInput;
  return (
    <fieldset className={styles.fields}>
      <legend className={styles.legend}>{label}</legend>
      {required && <p className={styles.hint}>{t('ui.oneLanguage')}</p>}
      {errors[name] && (
        <p className={styles.error} role="alert">
          {errors[name]}
        </p>
      )}
      {languages.map((each) => (
        <Field
          key={each}
          label={t('ui.inLanguage', { label, language: languageNames[each] })}
          lang={localeOf[each]}
          value={value[each] ?? ''}
          error={errors[`${name}.${each}`]}
          {...(long ? { autosize: false, rows: 3 } : {})}
          onChange={(event) => {
            onChange({ ...value, [each]: event.currentTarget.value });
          }}
        />
      ))}
    </fieldset>
  );
};
