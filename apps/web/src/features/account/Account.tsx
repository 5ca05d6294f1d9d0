import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages } from '../../lib/local-text.js';
import { useMe, useSwitchLanguage } from '../../lib/signed-in.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { InstallOffer } from './InstallOffer.js';
import { OwnData } from './OwnData.js';
import { PasswordForm } from './PasswordForm.js';
import { SecondFactor } from './second-factor/SecondFactor.js';
import { Sessions } from './Sessions.js';
import { TimeZone } from './TimeZone.js';
import { Tokens } from './Tokens.js';

/**
 * A person's own page: who they are here, their language, password, second factor, sessions and access tokens. Who must set a second
 * factor up first sees that alone.
 */
export const Account = () => {
  const { t } = useTranslation();
  const me = useMe();
  if (!me) return null;
  const { person, roles, secondFactor } = me;
  const whole = secondFactor !== 'missing';
  return (
    <Page title={t('account.title')} narrow>
      {whole && (
        <>
          <Section title={t('account.person')}>
            <Facts
              facts={[
                [t('account.name'), `${person.givenName} ${person.familyName}`],
                [t('account.email'), person.email],
                [t('account.institution'), person.institution],
                [t('account.rank'), person.rank],
                [t('account.roles'), roles.map((role) => t(`role.${role}`)).join(', ') || t('role.officer')],
              ]}
            />
          </Section>
          <Section title={t('account.language.title')}>
            <LanguageChoice />
            <TimeZone me={me} />
          </Section>
          <Section title={t('account.change.title')}>
            <PasswordForm />
          </Section>
        </>
      )}
      <SecondFactor />
      {whole && (
        <>
          <Sessions />
          <Section title={t('notifications.title')}>
            <p>{t('notifications.settings.lead')}</p>
            <div>
              <ButtonLink to="/account/notifications" variant="default">
                {t('notifications.choose')}
              </ButtonLink>
            </div>
          </Section>
          <InstallOffer />
          <OwnData />
          <Tokens />
        </>
      )}
    </Page>
  );
};

const LanguageChoice = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = useSwitchLanguage();
  return (
    <NativeSelect
      label={t('account.language.label')}
      description={t('account.language.text')}
      value={language}
      data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
      onChange={(event) => {
        const chosen = languages.find((each) => each === event.currentTarget.value);
        if (chosen) void change(chosen);
      }}
    />
  );
};
