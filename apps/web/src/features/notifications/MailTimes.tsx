import type { NotificationSettingsView } from '@aula/contracts';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { localeOf } from '../../lib/local-text.js';
import { fromNow, instantText } from '../../lib/time.js';
import { useNow } from '../../lib/use-now.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { changeSettings, settingsQuery } from './api.js';
import styles from './notifications.module.css';

const days = [1, 2, 3, 4, 5, 6, 7];
/** 2 to 8 January 2023 are Monday to Sunday. */
const dayName = (day: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2023, 0, day + 1));

/** When letters may come: hours of silence, the time of digests, and when the next would come. */
export const MailTimes = ({ settings }: { settings: NotificationSettingsView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const { timeZone } = settings;
  const quietNow = settings.quietFrom !== settings.quietUntil;
  const [quiet, setQuiet] = useState(quietNow);
  const [from, setFrom] = useState(quietNow ? settings.quietFrom : '21:00');
  const [until, setUntil] = useState(quietNow ? settings.quietUntil : '07:00');
  const [at, setAt] = useState(settings.digestAt);
  const [day, setDay] = useState(settings.digestDay);
  const save = useMutation({
    mutationFn: () => changeSettings({ quietFrom: from, quietUntil: quiet ? until : from, digestAt: at, digestDay: day }),
    onSuccess: (next) => {
      client.setQueryData(settingsQuery.queryKey, next);
    },
  });
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
        <div className={styles.times}>
          <TimeField label={t('notifications.times.digestAt')} value={at} onChange={setAt} />
          <NativeSelect
            label={t('notifications.times.digestDay')}
            value={String(day)}
            data={days.map((each) => ({ value: String(each), label: dayName(each, localeOf[language]) }))}
            onChange={(event) => {
              setDay(Number(event.currentTarget.value));
            }}
          />
        </div>
        <Checkbox
          my="md"
          label={t('notifications.times.quiet')}
          checked={quiet}
          onChange={(event) => {
            setQuiet(event.currentTarget.checked);
          }}
        />
        {quiet && (
          <div className={styles.times}>
            <TimeField label={t('notifications.times.from')} value={from} onChange={setFrom} />
            <TimeField label={t('notifications.times.until')} value={until} onChange={setUntil} />
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
