import type { CourseView, UnitCreate, UnitKind, UnitView } from '@aula/contracts';
import { Button, Checkbox, Modal, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { languageNames } from '../../lib/local-text.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { sendingKey } from '../../lib/use-sending.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LanguageFields } from '../../ui/LanguageFields/LanguageFields.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { addUnit, changeUnit, courseQuery } from './api.js';
import { ContentField } from './ContentField.js';
import styles from './teach.module.css';
import { type UnitFields, type UnitMissing, emptyUnit, unitFieldsOf, unitOf } from './unit-form.js';

interface Props {
  course: CourseView;
  edited: UnitView | 'new' | undefined;
  onClose: () => void;
}

const kinds = ['scorm', 'quiz', 'page', 'video', 'file', 'session'] as const satisfies readonly UnitKind[];

/** The draft of a unit of a course, by name. */
export const unitDraft = (courseId: string, edited: UnitView | 'new'): string => `unit.${courseId}.${edited === 'new' ? 'new' : edited.id}`;

/** The window in which a unit is made or changed. Closing it keeps what was typed on this device; *cancel* throws it away. */
export const UnitEditor = ({ course, edited, onClose }: Props) => {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 40em)');
  return (
    <Modal
      opened={edited !== undefined}
      onClose={onClose}
      title={t(edited === 'new' ? 'teach.units.add' : 'teach.units.edit')}
      size="xl"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {edited && <Form course={course} edited={edited} onClose={onClose} />}
    </Modal>
  );
};

const Form = ({ course, edited, onClose }: Props & { edited: UnitView | 'new' }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft<UnitFields>(unitDraft(course.id, edited), edited === 'new' ? emptyUnit : unitFieldsOf(edited));
  const { fields, set } = draft;
  const [missing, setMissing] = useState<UnitMissing[]>([]);
  const save = useCreate(
    ({ kind, ...unit }: UnitCreate, key): Promise<unknown> =>
      edited === 'new' ? addUnit(course.id, { kind, ...unit }, key) : changeUnit(course.id, edited.id, unit),
    async () => {
      draft.done();
      await client.invalidateQueries({ queryKey: courseQuery(course.id).queryKey });
      onClose();
    },
  );
  const errors: Record<string, string> = {
    ...fieldErrors(save.error),
    ...(missing.includes('title') ? { title: t('teach.form.missing.title') } : {}),
  };
  const sending = useIsMutating({ mutationKey: sendingKey }) > 0;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = unitOf(fields, course);
        setMissing('missing' in read ? read.missing : []);
        if ('unit' in read) save.mutate(read.unit);
      }}
    >
      <Restored draft={draft} />
      <NativeSelect
        label={t('teach.units.kind')}
        description={t(`teach.units.about.${fields.kind}`)}
        disabled={edited !== 'new'}
        value={fields.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`unit.kind.${kind}`) }))}
        onChange={(event) => {
          set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'scorm', contents: {} });
        }}
      />
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
          {missing.includes('contents') && (
            <p role="alert" className={styles.error}>
              {t('teach.units.missingContent')}
            </p>
          )}
          {course.languages.map((language) => (
            <ContentField
              key={`${fields.kind}-${language}`}
              courseId={course.id}
              kind={fields.kind}
              language={language}
              label={languageNames[language]}
              value={fields.contents[language] ?? ''}
              error={errors[`contents.${language}`]}
              onChange={(value) => {
                set((now) => ({ contents: { ...now.contents, [language]: value } }));
              }}
            />
          ))}
        </fieldset>
      )}
      <Checkbox
        label={t('teach.units.isRequired')}
        description={t('teach.units.isRequiredHint')}
        checked={fields.required}
        onChange={(event) => {
          set({ required: event.currentTarget.checked });
        }}
      />
      {save.isError && <Failure reason={save.error} fields={['title']} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending || sending}>
          {t(edited === 'new' ? 'teach.units.addAction' : 'teach.form.save')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            draft.discard();
            onClose();
          }}
        >
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
};
