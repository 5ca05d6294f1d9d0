import type { CourseView } from '@aula/contracts';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../lib/local-text.js';
import type { Drafted } from '../../lib/use-draft.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { ContentField } from './ContentField.js';
import { PageTexts } from './PageTexts.js';
import { Transcripts } from './Transcripts.js';
import styles from './teach.module.css';
import type { UnitFields as Fields } from './unit-form.js';

interface Props {
  course: Pick<CourseView, 'id' | 'languages'>;
  draft: Pick<Drafted<Fields>, 'fields' | 'set'>;
  errors: Record<string, string>;
  /** The unit has no content in any language, and needs one. */
  empty: boolean;
}

/** What every unit is asked for: its title, its content by language, whether it must be done. */
export const UnitFields = ({ course, draft: { fields, set }, errors, empty }: Props) => {
  const { t } = useTranslation();
  const write = (language: keyof Fields['contents'], value: string) => {
    set((now) => ({ contents: { ...now.contents, [language]: value } }));
  };
  return (
    <>
      <LanguageFields
        label={t('teach.form.title')}
        name="title"
        required
        languages={course.languages}
        value={fields.title}
        errors={errors}
        onChange={(title) => {
          set({ title });
        }}
      />
      {fields.kind !== 'session' && (
        <fieldset className={styles.contents}>
          <legend>{t('teach.units.content')}</legend>
          {course.languages.length > 1 && <p className={styles.quiet}>{t('teach.units.contentHint')}</p>}
          {empty && (
            <p role="alert" className={styles.error}>
              {t('teach.units.missingContent')}
            </p>
          )}
          {fields.kind === 'page' ? (
            <PageTexts courseId={course.id} languages={course.languages} contents={fields.contents} errors={errors} onWrite={write} />
          ) : (
            course.languages.map((language) => (
              <ContentField
                key={`${fields.kind}-${language}`}
                courseId={course.id}
                kind={fields.kind}
                language={language}
                label={languageNames[language]}
                value={fields.contents[language] ?? ''}
                error={errors[`contents.${language}`]}
                onChange={(value) => {
                  write(language, value);
                }}
              />
            ))
          )}
        </fieldset>
      )}
      {fields.kind === 'video' && <Transcripts course={course} fields={fields} set={set} />}
      <Checkbox
        label={t('teach.units.isRequired')}
        description={t('teach.units.isRequiredHint')}
        checked={fields.required}
        onChange={(event) => {
          set({ required: event.currentTarget.checked });
        }}
      />
    </>
  );
};
