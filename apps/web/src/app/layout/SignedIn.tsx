import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../../features/account/SignInForm.js';
import { useInterruption, useMe, useSessionEnded } from '../../lib/signed-in.js';
import { Window } from '../../ui/Window/Window.js';
import styles from './Layout.module.css';

/**
 * Pages behind the sign-in. When the session ends while someone works, the page stays as it is and a sign-in comes in front of it, at
 * once or when the page can do no more without one: nothing typed is lost. If another person signs in then, the page is loaded afresh.
 */
export const SignedIn = () => {
  const { t } = useTranslation();
  const me = useMe();
  const ended = useSessionEnded();
  const { later = false, text } = useInterruption();
  const [person] = useState(me?.person.id);
  return (
    <>
      <Outlet />
      <Window
        opened={ended && !later}
        onClose={() => undefined}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        centered
        overlayProps={{ backgroundOpacity: 0.85, blur: 8 }}
        title={t('account.again.title')}
      >
        <p className={styles.again}>{text || t('account.again.text')}</p>
        <SignInForm
          onDone={(next) => {
            if (next.person.id !== person) location.assign('/');
          }}
        />
      </Window>
    </>
  );
};
