import type { MailPace, NotificationSettingsView } from '@aula/contracts';
import { Checkbox, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { changeSettings, settingsQuery } from './api.js';
import { MailTimes } from './MailTimes.js';
import styles from './notifications.module.css';

const paces = ['at-once', 'daily', 'weekly', 'none'] as const satisfies readonly MailPace[];
const groups = ['learning', 'certificates', 'teaching', 'account', 'security'] as const;
type Kind = NotificationSettingsView['kinds'][number];

/** What a person wants to be told of, by which way, and when letters may come. */
export const NotificationSettings = () => (
  <LoadedPage query={useQuery(settingsQuery)}>{(settings) => <Choices settings={settings} />}</LoadedPage>
);

const Choices = ({ settings }: { settings: NotificationSettingsView }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('notifications.choose')}
      lead={t('notifications.settings.lead')}
      back={<TextLink to="/account">{t('nav.account')}</TextLink>}
      narrow
    >
      {groups
        .filter((group) => settings.kinds.some((each) => each.group === group))
        .map((group) => (
          <Section key={group} title={t(`notifications.filter.${group}`)}>
            {group === 'security' && <p>{t('notifications.settings.always')}</p>}
            <ul className={styles.kinds}>
              {settings.kinds
                .filter((each) => each.group === group)
                .map((each) => (
                  <KindChoice key={each.kind} kind={each} />
                ))}
            </ul>
          </Section>
        ))}
      <MailTimes
        key={JSON.stringify([settings.quietFrom, settings.quietUntil, settings.digestAt, settings.digestDay])}
        settings={settings}
      />
    </Page>
  );
};

/** One kind; every choice is kept at once. */
const KindChoice = ({ kind }: { kind: Kind }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (choice: { inApp: boolean; mail: MailPace }) => changeSettings({ kinds: [{ kind: kind.kind, ...choice }] }),
    onSuccess: (settings) => {
      client.setQueryData(settingsQuery.queryKey, settings);
    },
  });
  const { inApp, mail } = change.isPending ? change.variables : kind;
  return (
    <li className={styles.kind}>
      <span className={styles.kindName}>{kind.name}</span>
      {!kind.always && (
        <>
          <Checkbox
            label={t('notifications.settings.inApp')}
            aria-label={t('notifications.settings.inAppNamed', { name: kind.name })}
            checked={inApp}
            onChange={(event) => {
              change.mutate({ inApp: event.currentTarget.checked, mail });
            }}
          />
          <NativeSelect
            aria-label={t('notifications.settings.mailNamed', { name: kind.name })}
            value={mail}
            data={paces.map((value) => ({ value, label: t(`notifications.settings.mail.${value}`) }))}
            onChange={(event) => {
              change.mutate({ inApp, mail: event.currentTarget.value as MailPace });
            }}
          />
        </>
      )}
      {change.isError && <Failure reason={change.error} />}
    </li>
  );
};
