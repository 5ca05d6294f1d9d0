import type { IssuedTokenView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { dayText, instantText } from '../../lib/time.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { revokeToken, tokensPath } from './api.js';

/** Whose tokens for scripts there are, and the way to end one. Nobody sees a secret here. */
export const Tokens = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [q, setQ] = useState('');
  const [doomed, setDoomed] = useState<IssuedTokenView>();
  const list = useList<IssuedTokenView>(tokensPath, { q });
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: async () => {
      setDoomed(undefined);
      await client.invalidateQueries({ queryKey: [tokensPath] });
    },
  });
  return (
    <Page title={t('nav.tokens')} lead={t('administration.tokens.lead')}>
      <SearchField label={t('administration.tokens.search')} onSearch={setQ} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconKey size={28} />} title={t('administration.tokens.none')}>
            {t('administration.tokens.noneText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.tokens')}>
            {items.map((token) => (
              <TokenRow key={token.id} token={token} onEnd={setDoomed} />
            ))}
          </Rows>
        )}
      </LoadedList>
      <Confirm
        opened={doomed !== undefined}
        title={t('administration.tokens.endTitle')}
        confirm={t('administration.tokens.end')}
        harmful
        busy={revoke.isPending}
        reason={revoke.error}
        onClose={() => {
          setDoomed(undefined);
        }}
        onConfirm={() => {
          if (doomed) revoke.mutate(doomed.id);
        }}
      >
        <p>{t('administration.tokens.endText', { name: doomed?.name ?? '', person: doomed?.personName ?? '' })}</p>
      </Confirm>
    </Page>
  );
};

const TokenRow = ({ token, onEnd }: { token: IssuedTokenView; onEnd: (token: IssuedTokenView) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={token.name}
      text={
        <>
          {token.personName} · {token.personEmail}
          <br />
          {[
            t('administration.tokens.made', { date: dayText(token.createdAt, language) }),
            token.usedAt
              ? t('administration.tokens.used', { date: instantText(token.usedAt, language) })
              : t('administration.tokens.unused'),
            t('administration.tokens.expires', { date: dayText(token.expiresAt, language) }),
          ].join(' · ')}
        </>
      }
      actions={
        <Button
          size="xs"
          variant="default"
          aria-label={t('administration.tokens.endNamed', { name: token.name, person: token.personName })}
          onClick={() => {
            onEnd(token);
          }}
        >
          {t('administration.tokens.end')}
        </Button>
      }
    />
  );
};
