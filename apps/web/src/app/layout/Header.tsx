import type { Me } from '@aula/contracts';
import { ActionIcon, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Bell } from '../../features/notifications/Bell.js';
import { Search } from '../../features/search/Search.js';
import { useBrand } from '../../lib/brand.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages } from '../../lib/local-text.js';
import { useSwitchLanguage } from '../../lib/signed-in.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Brand } from '../../ui/Mark/Brand.js';
import { SideWindow } from '../../ui/Window/Window.js';
import styles from './Layout.module.css';
import { Navigation } from './Navigation.js';

/** The bar at the top: menu on a phone, the name, the search, the language, and for visitors the door. */
export const Header = ({ me, atTheDoor }: { me: Me | null | undefined; atTheDoor: boolean }) => {
  const { t } = useTranslation();
  const { name } = useBrand();
  return (
    <header className={styles.header}>
      {me && <Menu me={me} />}
      <Link to="/" className={`${styles.brand} ${me ? styles.crowded : ''}`} aria-label={name}>
        <Brand />
      </Link>
      {!me && (
        <nav aria-label={t('nav.main')} className={styles.visitor}>
          <Link to="/catalogue" className={styles.top}>
            {t('nav.catalogue')}
          </Link>
          <Link to="/v" className={styles.top}>
            {t('nav.verify')}
          </Link>
        </nav>
      )}
      <div className={styles.tools}>
        {!atTheDoor && <Search />}
        {me && me.secondFactor !== 'missing' && <Bell me={me} />}
        <LanguageSwitch />
        {me === null && !atTheDoor && (
          <ButtonLink to="/" size="sm" className={styles.enter ?? ''}>
            {t('nav.signIn')}
          </ButtonLink>
        )}
      </div>
    </header>
  );
};

const LanguageSwitch = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const change = useSwitchLanguage();
  return (
    <NativeSelect
      aria-label={t('nav.language')}
      className={styles.language ?? ''}
      value={language}
      data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
      onChange={(event) => {
        const chosen = languages.find((each) => each === event.currentTarget.value);
        if (chosen) void change(chosen);
      }}
    />
  );
};

const Menu = ({ me }: { me: Me }) => {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure();
  return (
    <div className={styles.menu}>
      <ActionIcon size={44} variant="subtle" aria-label={t('nav.menu')} aria-expanded={opened} onClick={menu.open}>
        <IconMenu2 size={24} aria-hidden />
      </ActionIcon>
      <SideWindow
        opened={opened}
        onClose={menu.close}
        title={
          <span className={styles.brand}>
            <Brand />
          </span>
        }
        size="19rem"
        closeButtonProps={{ 'aria-label': t('ui.close'), size: 'lg' }}
      >
        <Navigation me={me} onFollow={menu.close} />
      </SideWindow>
    </div>
  );
};
