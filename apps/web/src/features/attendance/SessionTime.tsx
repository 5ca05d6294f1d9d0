import type { EditionView, SessionView } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { instantAt, instantText, wallAt } from '../../lib/time.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { putTime, removeTime, sessionsQuery } from './api.js';
import styles from './attendance.module.css';

interface Props {
  edition: EditionView;
  session: SessionView;
}

const draftOf = ({ edition, session }: Props): string => `session.${edition.id}.${session.unitId}`;

/** When and where a session takes place, as learners see it in their calendar; and the form to say so. */
export const SessionTime = ({ edition, session }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const begun = useDrafts(draftOf({ edition, session })).length > 0;
  const [open, setOpen] = useState(begun);
  const { time } = session;
  const title = textIn(session.title, language);
  return (
    <>
      <div className={styles.time}>
        <span>
          {time
            ? [instantText(time.startsAt, language, edition.timeZone), time.place].filter(Boolean).join(' · ')
            : t('attendance.time.none')}
        </span>
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          aria-label={t('attendance.time.of', { title })}
          leftSection={<IconCalendarTime size={16} aria-hidden />}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {t('attendance.time.action')}
        </Button>
      </div>
      {open && (
        <TimeForm
          edition={edition}
          session={session}
          onDone={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
};

const TimeForm = ({ edition, session, onDone }: Props & { onDone: () => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { timeZone } = edition;
  const wallOf = (instant: string | undefined): string => (instant === undefined ? '' : wallAt(Date.parse(instant), timeZone));
  const draft = useDraft(draftOf({ edition, session }), {
    from: wallOf(session.time?.startsAt),
    until: wallOf(session.time?.endsAt),
    place: session.time?.place ?? '',
  });
  const { from, until, place } = draft.fields;
  const save = useMutation({
    mutationFn: (keep: boolean) =>
      keep
        ? putTime(edition.id, session.unitId, {
            startsAt: instantAt(from, timeZone) ?? '',
            endsAt: instantAt(until, timeZone) ?? '',
            place,
          })
        : removeTime(edition.id, session.unitId),
    onSuccess: async () => {
      draft.done();
      await client.invalidateQueries({ queryKey: sessionsQuery(edition.id).queryKey });
      onDone();
    },
  });
  const errors = fieldErrors(save.error);
  return (
    <form
      className={styles.timeForm}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(true);
      }}
    >
      <Restored draft={draft} />
      <WallField
        label={t('attendance.time.from', { zone: timeZone })}
        value={from}
        error={errors['startsAt']}
        onChange={(value) => {
          draft.set({ from: value });
        }}
      />
      <WallField
        label={t('attendance.time.until')}
        value={until}
        error={errors['endsAt']}
        onChange={(value) => {
          draft.set({ until: value });
        }}
      />
      <TextInput
        label={t('attendance.sheet.place')}
        maxLength={200}
        value={place}
        onChange={(event) => {
          draft.set({ place: event.currentTarget.value });
        }}
      />
      {save.isError && <Failure reason={save.error} fields={['startsAt', 'endsAt']} />}
      <div className={styles.time}>
        <Button type="submit" loading={save.isPending}>
          {t('attendance.time.save')}
        </Button>
        {session.time && (
          <Button
            variant="default"
            disabled={save.isPending}
            onClick={() => {
              save.mutate(false);
            }}
          >
            {t('attendance.time.remove')}
          </Button>
        )}
      </div>
    </form>
  );
};

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

const WallField = ({ label, value, onChange, error }: FieldProps) => (
  <TextInput
    type="datetime-local"
    required
    label={label}
    value={value}
    error={error}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  />
);
