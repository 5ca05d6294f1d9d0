import type { CourseView, UnitCreate, UnitKind, UnitView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useIsMutating, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { sendingKey } from '../../lib/use-sending.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Window } from '../../ui/Window/Window.js';
import { addUnit, courseQuery } from './api.js';
import styles from './teach.module.css';
import { type UnitFields as Fields, type UnitMissing, emptyUnit, unitOf } from './unit-form.js';
import { UnitFields } from './UnitFields.js';

interface Props {
  course: CourseView;
  opened: boolean;
  onClose: () => void;
}

const kinds = ['scorm', 'quiz', 'page', 'video', 'file', 'session'] as const satisfies readonly UnitKind[];

/** The draft of a unit of a course, by name. */
export const unitDraft = (courseId: string, edited: UnitView | 'new'): string => `unit.${courseId}.${edited === 'new' ? 'new' : edited.id}`;

/** The window in which a unit is made. Closing it keeps what was typed on this device; *cancel* throws it away. */
export const UnitEditor = ({ course, opened, onClose }: Props) => {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 40em)');
  return (
    <Window
      opened={opened}
      onClose={onClose}
      title={t('teach.units.add')}
      size="xl"
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {opened && <Form course={course} onClose={onClose} />}
    </Window>
  );
};

const Form = ({ course, onClose }: Omit<Props, 'opened'>) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft<Fields>(unitDraft(course.id, 'new'), emptyUnit);
  const { fields, set } = draft;
  const [missing, setMissing] = useState<UnitMissing[]>([]);
  const save = useCreate(
    (unit: UnitCreate, key) => addUnit(course.id, unit, key),
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
        value={fields.kind}
        data={kinds.map((kind) => ({ value: kind, label: t(`unit.kind.${kind}`) }))}
        onChange={(event) => {
          set({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'scorm', contents: {}, transcripts: {} });
        }}
      />
      <UnitFields course={course} draft={draft} errors={errors} empty={missing.includes('contents')} />
      {save.isError && <Failure reason={save.error} fields={['title']} />}
      <div className={styles.buttons}>
        <Button type="submit" loading={save.isPending || sending}>
          {t('teach.units.addAction')}
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
