import type { BankView } from '@aula/contracts';
import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconListDetails } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { useList } from '../../lib/pages.js';
import { dayText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { banksPath, createBank } from './api.js';
import styles from './teach.module.css';

/** Question banks. */
export const Banks = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const list = useList<BankView>(banksPath);
  return (
    <Page title={t('nav.banks')} lead={t('teach.banks.lead')}>
      <NewBank />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconListDetails size={28} />} title={t('teach.banks.empty')}>
            {t('teach.banks.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.banks')}>
            {items.map((bank) => (
              <Row
                key={bank.id}
                title={
                  <TextLink to="/teach/banks/$bankId" params={{ bankId: bank.id }}>
                    {bank.title}
                  </TextLink>
                }
                text={dayText(bank.createdAt, language)}
                aside={<span>{t('teach.banks.questions', { count: bank.questions })}</span>}
              />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const NewBank = () => {
  const { t } = useTranslation();
  const draft = useDraft('bank', { title: '' });
  const { title } = draft.fields;
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useCreate(createBank, async ({ id }) => {
    draft.done({ title: '' });
    await client.invalidateQueries({ queryKey: [banksPath] });
    await navigate({ to: '/teach/banks/$bankId', params: { bankId: id } });
  });
  return (
    <Section title={t('teach.banks.new')}>
      <Restored draft={draft} />
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ title: title.trim() });
        }}
      >
        <TextInput
          label={t('teach.banks.title')}
          required
          minLength={2}
          value={title}
          error={fieldErrors(create.error)['title']}
          onChange={(event) => {
            draft.set({ title: event.currentTarget.value });
          }}
        />
        <Button type="submit" loading={create.isPending}>
          {t('teach.banks.create')}
        </Button>
      </form>
      {create.isError && <Failure reason={create.error} fields={['title']} />}
    </Section>
  );
};
