import type { AcademySettingsView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page } from '../../ui/Page/Page.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { settingsQuery } from './api.js';
import { ColorSetting } from './ColorSetting.js';
import { LogoSetting } from './LogoSetting.js';
import { LanguageSetting, ReminderSetting, SecondFactorSetting, SessionSetting, SupportSetting } from './PlainSettings.js';
import { TextSetting } from './TextSetting.js';

/** What an administrator sets without code: how the academy works. */
export const Settings = () => <LoadedPage query={useQuery(settingsQuery)}>{(view) => <SettingsPage view={view} />}</LoadedPage>;

const SettingsPage = ({ view }: { view: AcademySettingsView }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('nav.settings')}
      lead={t('administration.settings.lead')}
      narrow
      actions={
        <ButtonLink to="/administration/branding" variant="default">
          {t('nav.branding')}
        </ButtonLink>
      }
    >
      <SupportSetting view={view} />
      <LanguageSetting view={view} />
      <SecondFactorSetting view={view} />
      <SessionSetting view={view} />
      <ReminderSetting view={view} />
    </Page>
  );
};

/** How the academy is called and looks. */
export const Branding = () => <LoadedPage query={useQuery(settingsQuery)}>{(view) => <BrandingPage view={view} />}</LoadedPage>;

const BrandingPage = ({ view }: { view: AcademySettingsView }) => {
  const { t } = useTranslation();
  return (
    <Page
      title={t('nav.branding')}
      lead={t('administration.settings.brandLead')}
      back={<TextLink to="/administration/settings">{t('nav.settings')}</TextLink>}
      narrow
    >
      <TextSetting name="name" view={view} />
      <LogoSetting view={view} />
      <ColorSetting view={view} />
      <TextSetting name="welcome" view={view} />
    </Page>
  );
};
