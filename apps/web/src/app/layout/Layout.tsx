import { Anchor } from '@mantine/core';
import { Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBrand, useBrandView } from '../../lib/brand.js';
import { useMe } from '../../lib/signed-in.js';
import { TextLink } from '../../ui/Links/Links.js';
import { AppearanceSwitch } from './AppearanceSwitch.js';
import { Header } from './Header.js';
import styles from './Layout.module.css';
import { Navigation } from './Navigation.js';
import { NewRelease } from './NewRelease.js';
import { NoLine } from './NoLine.js';

/** Where to ask, as the academy has it set. */
const Support = () => {
  const { t } = useTranslation();
  const { email, phone, url } = useBrandView().support;
  if (!email && !phone && !url) return null;
  return (
    <span>
      {t('nav.help')} {email && <Anchor href={`mailto:${email}`}>{email}</Anchor>}{' '}
      {phone && <Anchor href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</Anchor>}{' '}
      {url && <Anchor href={url}>{new URL(url).host}</Anchor>}
    </span>
  );
};

/** The frame around every page. */
export const Layout = () => {
  const { t } = useTranslation();
  const me = useMe();
  const { name } = useBrand();
  const atTheDoor = Boolean(useMatchRoute()({ to: '/' }));
  return (
    <>
      <a href="#main" className={styles.skip}>
        {t('ui.skip')}
      </a>
      <Header me={me} atTheDoor={atTheDoor} />
      <div className={styles.frame} data-wide={me ? undefined : true}>
        {me && (
          <aside className={styles.side}>
            <Navigation me={me} />
          </aside>
        )}
        <main id="main" tabIndex={-1} className={atTheDoor ? styles.door : styles.main}>
          <div className={styles.news}>
            <NewRelease />
            <NoLine />
          </div>
          <Outlet />
        </main>
      </div>
      <footer className={styles.footer}>
        <span>{t('nav.about', { name })}</span>
        <Support />
        <AppearanceSwitch />
        <nav aria-label={t('nav.more')} className={styles.ways}>
          {me === null && !atTheDoor && <TextLink to="/">{t('nav.signIn')}</TextLink>}
          {me === null && <TextLink to="/catalogue">{t('nav.catalogue')}</TextLink>}
          <TextLink to="/v">{t('nav.verify')}</TextLink>
          <TextLink to="/privacy">{t('nav.privacy')}</TextLink>
          <TextLink to="/accessibility">{t('nav.accessibility')}</TextLink>
        </nav>
      </footer>
    </>
  );
};
