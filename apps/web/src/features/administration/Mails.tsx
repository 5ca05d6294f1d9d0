import type { MailView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconMail } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { mailsPath, retryMail } from './api.js';
import styles from './administration.module.css';

const states = ['queued', 'kept', 'sent', 'dead'] as const;
const tones = { queued: 'calm', kept: 'plain', sent: 'good', dead: 'bad' } as const;

/** The outbox: what was written to whom. Without a mail server, letters are kept here to be read. */
export const Mails = () => {
  const { t } = useTranslation();
  const [state, setState] = useState<string>(useSearch({ from: '/in/administration/mails' }).state ?? '');
  const [q, setQ] = useState('');
  const list = useList<MailView>(mailsPath, { state, q }, 10_000);
  return (
    <Page title={t('nav.mails')} lead={t('administration.mails.lead')}>
      <div className={styles.filters}>
        <SearchField label={t('administration.work.mailSearch')} onSearch={setQ} />
        <NativeSelect
          label={t('administration.jobs.stateLabel')}
          value={state}
          data={[
            { value: '', label: t('administration.work.anyState') },
            ...states.map((each) => ({ value: each, label: t(`administration.mails.state.${each}`) })),
          ]}
          onChange={(event) => {
            setState(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconMail size={28} />} title={t(state || q ? 'administration.work.noMail' : 'administration.mails.empty')}>
            {t('administration.mails.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.mails')}>
            {items.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const MailRow = ({ mail }: { mail: MailView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const retry = useMutation({ mutationFn: retryMail, onSuccess: () => client.invalidateQueries({ queryKey: [mailsPath] }) });
  return (
    <Row
      title={mail.subject}
      text={[mail.to, instantText(mail.createdAt, language)].join(' · ')}
      aside={<Tag tone={tones[mail.state]}>{t(`administration.mails.state.${mail.state}`)}</Tag>}
      actions={
        allows(mail, 'operations.retry') && (
          <Button
            size="xs"
            variant="default"
            loading={retry.isPending}
            aria-label={t('administration.mails.againNamed', { subject: mail.subject, to: mail.to })}
            onClick={() => {
              retry.mutate(mail.id);
            }}
          >
            {t('administration.mails.again')}
          </Button>
        )
      }
    >
      {retry.isError && <Failure reason={retry.error} />}
      {mail.lastError && <pre className={styles.error}>{mail.lastError}</pre>}
      <details className={styles.details}>
        <summary>{t('administration.mails.read')}</summary>
        <div className={styles.letter}>{mail.text}</div>
      </details>
    </Row>
  );
};
