import type { AccessTokenView } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { dayText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { CopyButton } from '../../ui/CopyButton/CopyButton.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import styles from './account.module.css';
import { createToken, deleteToken, tokensPath } from './api.js';

/** Personal access tokens for scripts: shown once, named, taken back at any time. */
export const Tokens = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const language = useLanguage();
  const list = useList<AccessTokenView>(tokensPath);
  const [doomed, setDoomed] = useState<AccessTokenView>();
  const refresh = () => client.invalidateQueries({ queryKey: [tokensPath] });
  const remove = useMutation({
    mutationFn: deleteToken,
    onSuccess: async () => {
      setDoomed(undefined);
      await refresh();
    },
  });
  return (
    <Section title={t('account.tokens.title')}>
      <p>{t('account.tokens.text')}</p>
      <LoadedList list={list} empty={null}>
        {(items) => (
          <Rows label={t('account.tokens.title')}>
            {items.map((token) => (
              <Row
                key={token.id}
                title={token.name}
                text={t('account.tokens.until', { day: dayText(token.expiresAt, language) })}
                actions={
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t('account.tokens.removeNamed', { name: token.name })}
                    onClick={() => {
                      setDoomed(token);
                    }}
                  >
                    {t('account.tokens.remove')}
                  </Button>
                }
              />
            ))}
          </Rows>
        )}
      </LoadedList>
      <NewToken onDone={refresh} />
      <Confirm
        opened={doomed !== undefined}
        title={t('account.tokens.confirmTitle')}
        confirm={t('account.tokens.remove')}
        harmful
        busy={remove.isPending}
        reason={remove.error}
        onClose={() => {
          setDoomed(undefined);
        }}
        onConfirm={() => {
          if (doomed) remove.mutate(doomed.id);
        }}
      >
        <p>{t('account.tokens.confirmText', { name: doomed?.name ?? '' })}</p>
      </Confirm>
    </Section>
  );
};

const NewToken = ({ onDone }: { onDone: () => unknown }) => {
  const { t } = useTranslation();
  const draft = useDraft('token', { name: '' });
  const { name } = draft.fields;
  const create = useCreate(createToken, () => {
    draft.done({ name: '' });
    return onDone();
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ name: name.trim() }, { onError: onDone }); // one that was made although its answer was lost is to be seen
      }}
    >
      <Restored draft={draft} />
      <TextInput
        label={t('account.tokens.name')}
        required
        value={name}
        error={fieldErrors(create.error)['name']}
        onChange={(event) => {
          draft.set({ name: event.currentTarget.value });
        }}
      />
      {create.isError && <Failure reason={create.error} fields={['name']} />}
      {create.data?.token && (
        <Notice tone="care" role="status" title={t('account.tokens.once')}>
          <code className={styles.token}>{create.data.token}</code>
          <CopyButton text={create.data.token}>{t('account.tokens.copy')}</CopyButton>
        </Notice>
      )}
      <div>
        <Button type="submit" variant="default" loading={create.isPending}>
          {t('account.tokens.create')}
        </Button>
      </div>
    </form>
  );
};
