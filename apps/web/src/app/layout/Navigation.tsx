import type { Me } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftsOf } from '../../lib/drafts.js';
import { signOut } from '../../lib/signed-in.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Failure } from '../../ui/Failure/Failure.js';
import styles from './Layout.module.css';
import { areasOf } from './navigation.js';

/** Pages that lie beside the other links of their area: a course beside the certificates, learners beside editions. */
const beside: Readonly<Record<string, RegExp>> = { '/learning': /^\/learning\/[\da-f]{8}-/, '/insight': /^\/insight\/learners/ };
const isWithin = (to: string, here: string): boolean => beside[to]?.test(here) ?? false;

/** The areas of the signed-in person, and at the foot who they are and the way out. */
export const Navigation = ({ me, onFollow }: { me: Me; onFollow?: () => void }) => {
  const { t } = useTranslation();
  const here = useLocation({ select: ({ pathname }) => pathname });
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-status=active], [data-within]')?.scrollIntoView({ block: 'nearest' }); // the list may be longer than the window
  }, [here]);
  return (
    <div className={styles.navigation}>
      <nav ref={list} aria-label={t('nav.main')}>
        {areasOf(me).map(({ name, links }) => (
          <div key={name} className={styles.area}>
            <p className={styles.areaName} id={`area-${name}`}>
              {t(`nav.area.${name}`)}
            </p>
            <ul aria-labelledby={`area-${name}`} className={styles.links}>
              {links.map(({ to, text, icon: Icon, exact }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className={styles.link}
                    activeOptions={{ exact }}
                    data-within={isWithin(to, here) || undefined}
                    onClick={onFollow}
                  >
                    <Icon size={20} aria-hidden />
                    {t(text)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Person me={me} {...(onFollow ? { onFollow } : {})} />
    </div>
  );
};

const Person = ({ me, onFollow }: { me: Me; onFollow?: () => void }) => {
  const { t } = useTranslation();
  const [unsaved, setUnsaved] = useState(0);
  const leave = useMutation({
    mutationFn: () => signOut(me.person.id),
    onSuccess: () => {
      location.assign('/'); // a full load: nothing of this person stays in memory on a shared computer
    },
  });
  return (
    <div className={styles.person}>
      <Link to="/account" className={styles.link} onClick={onFollow}>
        <IconUserCircle size={20} aria-hidden />
        <span className={styles.personName}>
          {me.person.givenName} {me.person.familyName}
          <small>{t('nav.account')}</small>
        </span>
      </Link>
      {leave.isError && unsaved === 0 && <Failure reason={leave.error} />}
      <Button
        variant="default"
        fullWidth
        leftSection={<IconLogout size={18} aria-hidden />}
        loading={leave.isPending}
        onClick={() => {
          const drafts = draftsOf(me.person.id).length;
          setUnsaved(drafts);
          if (drafts === 0) leave.mutate();
        }}
      >
        {t('nav.signOut')}
      </Button>
      <Confirm
        opened={unsaved > 0}
        title={t('ui.draft.leaveTitle')}
        confirm={t('nav.signOut')}
        harmful
        busy={leave.isPending}
        reason={leave.error}
        onClose={() => {
          setUnsaved(0);
        }}
        onConfirm={() => {
          leave.mutate();
        }}
      >
        <p>{t('ui.draft.leaveText', { count: unsaved })}</p>
      </Confirm>
    </div>
  );
};
