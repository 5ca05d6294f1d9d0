import { IconCertificate, IconCloudCheck, IconLanguage } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../../features/account/SignInForm.js';
import { useBrand, useBrandView } from '../../lib/brand.js';
import { useLanguage, withPublicTexts } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { TextLink } from '../../ui/Links/Links.js';
import { homeOf } from '../home.js';
import styles from './Door.module.css';

/** What a visitor reads below; it comes when the sign-in is there. */
const Welcome = lazy(async () => {
  const [screens] = await Promise.all([import('../../features/welcome/screens.js'), withPublicTexts()]);
  return { default: screens.Welcome };
});

/** The first page: what this is, and the sign-in; below, what there is to learn and how things are done. */
export const Door = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/' });
  const language = useLanguage();
  const { name, welcome } = useBrand();
  const own = useBrandView().name !== null;
  return (
    <div className={styles.door}>
      <title>{`${t('account.signIn.title')} · ${name}`}</title>
      <section className={styles.story} aria-labelledby="story">
        <p className={styles.title} id="story">
          {own ? name : t('door.title')}
        </p>
        <p className={styles.text}>{textIn(welcome, language) || t('door.text')}</p>
        <ul className={styles.points}>
          <li>
            <IconCloudCheck aria-hidden /> {t('door.saved')}
          </li>
          <li>
            <IconLanguage aria-hidden /> {t('door.languages')}
          </li>
          <li>
            <IconCertificate aria-hidden /> {t('door.certificates')}
          </li>
        </ul>
      </section>
      <section className={styles.entry} aria-labelledby="entry">
        <div className={styles.card}>
          <h1 id="entry" tabIndex={-1} className={styles.heading}>
            {t('account.signIn.title')}
          </h1>
          <SignInForm
            onDone={async (me) => {
              await (next ? navigate({ href: next }) : navigate({ to: homeOf(me) }));
            }}
          />
          <div className={styles.ways}>
            <TextLink to="/password">{t('account.signIn.forgotten')}</TextLink>
            <TextLink to="/catalogue">{t('door.catalogue')}</TextLink>
            <TextLink to="/numbers">{t('nav.numbers')}</TextLink>
            <TextLink to="/v">{t('nav.verify')}</TextLink>
          </div>
        </div>
      </section>
      <div className={styles.more}>
        <Suspense>
          <Welcome />
        </Suspense>
      </div>
    </div>
  );
};
