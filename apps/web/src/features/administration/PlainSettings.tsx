import type { AcademySettings, AcademySettingsView } from '@aula/contracts';
import { NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../../lib/local-text.js';
import { readNumber } from '../../lib/number.js';
import { useDraft } from '../../lib/use-draft.js';
import { SettingSection } from './SettingSection.js';
import styles from './administration.module.css';

interface Props {
  view: AcademySettingsView;
}
const within = (typed: string, least: number, most: number): number | undefined => {
  const value = readNumber(typed);
  return value !== undefined && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
};

/** Where people ask for help. */
export const SupportSetting = ({ view }: Props) => {
  const { t } = useTranslation();
  const typedOf = ({ email, phone, url }: AcademySettings['support']) => ({ email: email ?? '', phone: phone ?? '', url: url ?? '' });
  const draft = useDraft('setting.support', typedOf(view.settings.support));
  const typed = draft.fields;
  const field = (name: keyof typeof typed, type: string) => (
    <TextInput
      type={type}
      label={t(`administration.settings.support.${name}`)}
      value={typed[name]}
      onChange={({ currentTarget }) => {
        draft.set({ [name]: currentTarget.value });
      }}
    />
  );
  const support = { email: typed.email.trim() || null, phone: typed.phone.trim() || null, url: typed.url.trim() || null };
  return (
    <SettingSection
      name="support"
      view={view}
      change={{ support }}
      draft={draft}
      onDone={(now) => {
        draft.done(typedOf(now.settings.support));
      }}
    >
      {field('email', 'email')}
      {field('phone', 'tel')}
      {field('url', 'url')}
    </SettingSection>
  );
};

/** In which language the academy speaks to whoever asks for none that it knows. */
export const LanguageSetting = ({ view }: Props) => {
  const { t } = useTranslation();
  const [language, setLanguage] = useState(view.settings.language);
  return (
    <SettingSection
      name="language"
      view={view}
      change={{ language }}
      onDone={(now) => {
        setLanguage(now.settings.language);
      }}
    >
      <NativeSelect
        className={styles.short ?? ''}
        label={t('administration.settings.language.label')}
        value={language}
        data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        onChange={({ currentTarget }) => {
          setLanguage(languages.find((each) => each === currentTarget.value) ?? 'es');
        }}
      />
    </SettingSection>
  );
};

const demands = ['nobody', 'staff', 'everyone'] as const;

/** Who needs a second factor to do anything. */
export const SecondFactorSetting = ({ view }: Props) => {
  const { t } = useTranslation();
  const [demand, setDemand] = useState(view.settings.secondFactor);
  return (
    <SettingSection
      name="secondFactor"
      view={view}
      change={{ secondFactor: demand }}
      onDone={(now) => {
        setDemand(now.settings.secondFactor);
      }}
    >
      <Radio.Group
        label={t('administration.settings.secondFactor.label')}
        value={demand}
        onChange={(value) => {
          setDemand(demands.find((each) => each === value) ?? 'staff');
        }}
      >
        <Stack gap="xs" mt="xs">
          {demands.map((each) => (
            <Radio key={each} value={each} label={t(`administration.settings.secondFactor.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </SettingSection>
  );
};

/** How long people stay signed in. */
export const SessionSetting = ({ view }: Props) => {
  const { t } = useTranslation();
  const typedOf = ({ staffHours, learnerDays }: AcademySettings['sessions']) => ({
    staff: String(staffHours),
    learner: String(learnerDays),
  });
  const draft = useDraft('setting.sessions', typedOf(view.settings.sessions));
  const typed = draft.fields;
  const staffHours = within(typed.staff, 1, 24);
  const learnerDays = within(typed.learner, 1, 90);
  const change = staffHours && learnerDays ? { sessions: { staffHours, learnerDays } } : undefined;
  return (
    <SettingSection
      name="sessions"
      view={view}
      change={change}
      draft={draft}
      onDone={(now) => {
        draft.done(typedOf(now.settings.sessions));
      }}
    >
      <TextInput
        className={styles.short ?? ''}
        inputMode="numeric"
        label={t('administration.settings.sessions.staff')}
        value={typed.staff}
        error={!staffHours && t('administration.settings.between', { least: 1, most: 24 })}
        onChange={({ currentTarget }) => {
          draft.set({ staff: currentTarget.value });
        }}
      />
      <TextInput
        className={styles.short ?? ''}
        inputMode="numeric"
        label={t('administration.settings.sessions.learner')}
        value={typed.learner}
        error={!learnerDays && t('administration.settings.between', { least: 1, most: 90 })}
        onChange={({ currentTarget }) => {
          draft.set({ learner: currentTarget.value });
        }}
      />
    </SettingSection>
  );
};

/** When learners are told that their edition closes, and with whom a reminder starts. */
export const ReminderSetting = ({ view }: Props) => {
  const { t } = useTranslation();
  const typedOf = ({ beforeCloseDays, idleDays }: AcademySettings['reminders']) => ({
    days: beforeCloseDays.join(', '),
    idle: String(idleDays),
  });
  const draft = useDraft('setting.reminders', typedOf(view.settings.reminders));
  const typed = draft.fields;
  const days = typed.days
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((each) => within(each, 1, 60));
  const good = days.length <= 5 && days.every((each) => each !== undefined);
  const idleDays = within(typed.idle, 3, 90);
  const change = good && idleDays ? { reminders: { beforeCloseDays: days.filter((each) => each !== undefined), idleDays } } : undefined;
  return (
    <SettingSection
      name="reminders"
      view={view}
      change={change}
      draft={draft}
      onDone={(now) => {
        draft.done(typedOf(now.settings.reminders));
      }}
    >
      <TextInput
        label={t('administration.settings.reminders.before')}
        description={t('administration.settings.reminders.beforeHint')}
        value={typed.days}
        error={!good && t('administration.settings.reminders.beforeWrong')}
        onChange={({ currentTarget }) => {
          draft.set({ days: currentTarget.value });
        }}
      />
      <TextInput
        className={styles.short ?? ''}
        inputMode="numeric"
        label={t('administration.settings.reminders.idle')}
        value={typed.idle}
        error={!idleDays && t('administration.settings.between', { least: 3, most: 90 })}
        onChange={({ currentTarget }) => {
          draft.set({ idle: currentTarget.value });
        }}
      />
    </SettingSection>
  );
};
