import type { OwnSessionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile, IconTerminal2 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { endOtherSessions, endSession, sessionsPath } from './api.js';

const phones = ['Android', 'iOS', 'iPadOS'];

/** Where the person is signed in, and the ways to sign out there. */
export const Sessions = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const list = useList<OwnSessionView>(sessionsPath);
  const [asking, setAsking] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: [sessionsPath] });
  const end = useMutation({ mutationFn: endSession, onSettled: refresh });
  const endOthers = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: async () => {
      setAsking(false);
      await refresh();
    },
  });
  return (
    <Section title={t('account.sessions.title')}>
      <p>{t('account.sessions.text')}</p>
      <LoadedList list={list} empty={null}>
        {(items) => (
          <>
            <Rows label={t('account.sessions.title')}>
              {items.map((each) => (
                <SessionRow
                  key={each.id}
                  session={each}
                  busy={end.isPending}
                  failed={end.isError && end.variables === each.id ? end.error : undefined}
                  onEnd={() => {
                    end.mutate(each.id);
                  }}
                />
              ))}
            </Rows>
            {items.some((each) => !each.current) && (
              <div>
                <Button
                  variant="default"
                  onClick={() => {
                    setAsking(true);
                  }}
                >
                  {t('account.sessions.endOthers')}
                </Button>
              </div>
            )}
          </>
        )}
      </LoadedList>
      <Confirm
        opened={asking}
        title={t('account.sessions.confirmTitle')}
        confirm={t('account.sessions.endOthers')}
        harmful
        busy={endOthers.isPending}
        reason={endOthers.error}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          endOthers.mutate();
        }}
      >
        <p>{t('account.sessions.confirmText')}</p>
      </Confirm>
    </Section>
  );
};

interface RowProps {
  session: OwnSessionView;
  busy: boolean;
  /** Why it could not be ended. */
  failed: unknown;
  onEnd: () => void;
}

const SessionRow = ({ session, busy, failed, onEnd }: RowProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { browser, system, begunAt, seenAt, current } = session;
  const device = [browser, system].filter((name) => name !== '').join(' · ') || t('account.sessions.unknown');
  const Icon = phones.includes(system) ? IconDeviceMobile : browser === '' ? IconTerminal2 : IconDeviceDesktop;
  const begun = instantText(begunAt, language);
  return (
    <Row
      icon={<Icon size={22} />}
      title={device}
      text={t('account.sessions.times', { begun, seen: instantText(seenAt, language) })}
      aside={current && <Tag tone="good">{t('account.sessions.current')}</Tag>}
      actions={
        !current && (
          <Button
            variant="default"
            size="xs"
            disabled={busy}
            aria-label={t('account.sessions.endNamed', { device, begun })}
            onClick={onEnd}
          >
            {t('account.sessions.end')}
          </Button>
        )
      }
    >
      {failed !== undefined && <Failure reason={failed} />}
    </Row>
  );
};
