import type { CourseCreate } from '@aula/contracts';
import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { languageNames, languages } from '../../lib/local-text.js';
import type { Drafted } from '../../lib/use-draft.js';
import { institutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FormButtons } from '../../ui/Form/FormButtons.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { type CourseFields, courseOf } from './course-form.js';
import styles from './teach.module.css';

interface Props {
  draft: Drafted<CourseFields>;
  action: string;
  busy: boolean;
  reason: unknown;
  onSubmit: (course: CourseCreate) => void;
  /** Where there is something to go back to. What was typed is thrown away. */
  onCancel?: () => void;
}

/** What a course is called, in which languages, how long it takes and who may see it. */
export const CourseForm = ({ draft, action, busy, reason, onSubmit, onCancel }: Props) => {
  const { t } = useTranslation();
  const { fields, set } = draft;
  const [missing, setMissing] = useState<string[]>([]);
  const errors: Record<string, string> = {
    ...fieldErrors(reason),
    ...Object.fromEntries(missing.map((field) => [field, t(`teach.form.missing.${field as 'title' | 'hours' | 'languages'}`)])),
  };
  const chosen = languages.filter((each) => fields.languages.includes(each));
  const own = [
    'code',
    'hours',
    'languages',
    'institutionId',
    'title',
    'summary',
    ...languages.flatMap((each) => [`title.${each}`, `summary.${each}`]),
  ];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = courseOf(fields);
        setMissing('missing' in read ? read.missing : []);
        if ('course' in read) onSubmit(read.course);
      }}
    >
      <Restored draft={draft} />
      <TextInput
        label={t('teach.form.code')}
        description={t('teach.form.codeHint')}
        required
        value={fields.code}
        error={errors['code']}
        onChange={(event) => {
          set({ code: event.currentTarget.value });
        }}
      />
      <Checkbox.Group
        label={t('teach.form.languages')}
        description={t('teach.form.languagesHint')}
        required
        value={fields.languages}
        error={errors['languages']}
        onChange={(picked) => {
          set({ languages: languages.filter((each) => picked.includes(each)) });
        }}
      >
        <div className={styles.choices}>
          {languages.map((each) => (
            <Checkbox key={each} value={each} label={languageNames[each]} />
          ))}
        </div>
      </Checkbox.Group>
      <LanguageFields
        label={t('teach.form.title')}
        name="title"
        required
        languages={chosen}
        value={fields.title}
        errors={errors}
        onChange={(title) => {
          set({ title });
        }}
      />
      <LanguageFields
        label={t('teach.form.summary')}
        name="summary"
        long
        languages={chosen}
        value={fields.summary}
        errors={errors}
        onChange={(summary) => {
          set({ summary });
        }}
      />
      <TextInput
        label={t('teach.form.hours')}
        inputMode="decimal"
        required
        className={styles.short ?? ''}
        value={fields.hours}
        error={errors['hours']}
        onChange={(event) => {
          set({ hours: event.currentTarget.value });
        }}
      />
      <Choice
        things={institutions}
        label={t('teach.form.institution')}
        description={t('teach.form.institutionHint')}
        value={fields.institutionId ?? ''}
        error={errors['institutionId']}
        none={t('teach.form.noInstitution')}
        onChange={(institution) => {
          set({ institutionId: institution?.id ?? null });
        }}
      />
      <Checkbox
        label={t('teach.form.public')}
        description={t('teach.form.publicHint')}
        checked={fields.public}
        onChange={(event) => {
          set({ public: event.currentTarget.checked });
        }}
      />
      {reason !== null && <Failure reason={reason} fields={own} />}
      <FormButtons
        action={action}
        busy={busy}
        onCancel={
          onCancel &&
          (() => {
            draft.discard();
            onCancel();
          })
        }
      />
    </form>
  );
};
