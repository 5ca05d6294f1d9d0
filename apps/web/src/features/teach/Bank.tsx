import type { QuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconQuestionMark } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { useDrafts } from '../../lib/use-draft.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { bankQuery, questionsPath } from './api.js';
import { QuestionForm } from './QuestionForm.js';
import { QuestionImport } from './QuestionImport.js';
import { QuestionRow } from './QuestionRow.js';

/** One bank: its questions with their keys, and the two ways to add to it. */
export const Bank = () => {
  const { t } = useTranslation();
  const { bankId } = useParams({ from: '/in/teach/banks/$bankId' });
  const query = useQuery(bankQuery(bankId));
  return (
    <LoadedPage query={query}>
      {(bank) => (
        <Page
          title={bank.title}
          lead={t('teach.banks.questions', { count: bank.questions })}
          back={<TextLink to="/teach/banks">{t('nav.banks')}</TextLink>}
          actions={
            <ButtonLink to="/teach/quizzes" variant="default">
              {t('teach.banks.toQuizzes')}
            </ButtonLink>
          }
        >
          <QuestionImport bankId={bankId} />
          <NewQuestion bankId={bankId} />
          <Questions bankId={bankId} />
        </Page>
      )}
    </LoadedPage>
  );
};

const NewQuestion = ({ bankId }: { bankId: string }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(useDrafts(`question.${bankId}.new`).length > 0);
  const toggle = (
    <Button
      variant="default"
      aria-expanded={open}
      leftSection={open ? undefined : <IconPlus size={18} aria-hidden />}
      onClick={() => {
        setOpen(!open);
      }}
    >
      {t(open ? 'ui.close' : 'teach.question.add')}
    </Button>
  );
  return (
    <Section title={t('teach.question.new')} actions={toggle}>
      {open ? <QuestionForm bankId={bankId} /> : <p>{t('teach.question.newText')}</p>}
    </Section>
  );
};

const Questions = ({ bankId }: { bankId: string }) => {
  const { t } = useTranslation();
  const list = useList<QuestionView>(questionsPath(bankId));
  return (
    <Section title={t('teach.question.all')} plain>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconQuestionMark size={28} />} title={t('teach.question.empty')}>
            {t('teach.question.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('teach.question.all')}>
            {items.map((question) => (
              <QuestionRow key={question.id} question={question} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};
