import type { NotificationSettingsView } from '@aula/contracts';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf } from '../../lib/local-text.js';
import { fromNow, instantText } from '../../lib/time.js';
import { useDraft } from '../../lib/use-draft.js';
import { useNow } from '../../lib/use-now.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { changeSettings, settingsQuery } from './api.js';
import styles from './notifications.module.css';

const days = [1, 2, 3, 4, 5, 6, 7];
/** 2 to 8 January 2023 are Monday to Sunday. */
const dayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, day + 1));

const fieldsOf = ({ quietFrom, quietUntil, digestAt, digestDay }: NotificationSettingsView) => {
  const quiet = quietFrom !== quietUntil;
  return { quiet, from: quiet ? quietFrom : '21:00', until: quiet ? quietUntil : '07:00', at: digestAt, day: digestDay };
};

/** When letters may come: hours of silence, the time of digests, and when the next would come. */
export const MailTimes = ({ settings }: { settings: NotificationSettingsView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const { timeZone } = settings;
  const draft = useDraft('mail-times', fieldsOf(settings));
  const { quiet, from, until, at, day } = draft.fields;
  const save = useMutation({
    mutationFn: () => changeSettings({ quietFrom: from, quietUntil: quiet ? until : from, digestAt: at, digestDay: day }),
    onSuccess: (next) => {
      draft.done();
      client.setQueryData(settingsQuery.queryKey, next);
    },
  });
  const setTime = (name: 'at' | 'from' | 'until') => (value: string) => {
    draft.set({ [name]: value });
  };
  return (
    <Section title={t('notifications.times.title')}>
      <p>
        {t('notifications.times.zone', { zone: timeZone.replaceAll('_', ' ') })}{' '}
        <TextLink to="/account">{t('notifications.times.changeZone')}</TextLink>
      </p>
      <form
        className={styles.kinds}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Restored draft={draft} />
        <div className={styles.times}>
          <TimeField label={t('notifications.times.digestAt')} value={at} onChange={setTime('at')} />
          <NativeSelect
            label={t('notifications.times.digestDay')}
            value={String(day)}
            data={days.map((each) => ({ value: String(each), label: dayName(each, localeOf[language]) }))}
            onChange={(event) => {
              draft.set({ day: Number(event.currentTarget.value) });
            }}
          />
        </div>
        <Checkbox
          my="md"
          label={t('notifications.times.quiet')}
          checked={quiet}
          onChange={(event) => {
            draft.set({ quiet: event.currentTarget.checked });
          }}
        />
        {quiet && (
          <div className={styles.times}>
            <TimeField label={t('notifications.times.from')} value={from} onChange={setTime('from')} />
            <TimeField label={t('notifications.times.until')} value={until} onChange={setTime('until')} />
          </div>
        )}
        {save.isError && <Failure reason={save.error} />}
        <Button type="submit" mt="md" loading={save.isPending}>
          {t('notifications.times.save')}
        </Button>
      </form>
      <Next settings={settings} saved={save.isSuccess} language={language} />
    </Section>
  );
};

const TimeField = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <TextInput
    type="time"
    required
    label={label}
    value={value}
    onChange={(event) => {
      onChange(event.currentTarget.value);
    }}
  />
);

const Next = ({
  settings,
  saved,
  language,
}: {
  settings: NotificationSettingsView;
  saved: boolean;
  language: ReturnType<typeof useLanguage>;
}) => {
  const { t } = useTranslation();
  const now = useNow();
  const { nextDaily, nextWeekly, timeZone } = settings;
  const said = (instant: string) => ({ instant: instantText(instant, language, timeZone), distance: fromNow(instant, now, language) });
  return (
    <Notice tone={saved ? 'good' : 'calm'} role="status" {...(saved ? { title: t('notifications.times.saved') } : {})}>
      <p>{t('notifications.times.nextDaily', said(nextDaily))}</p>
      <p>{t('notifications.times.nextWeekly', said(nextWeekly))}</p>
    </Notice>
  );
};
