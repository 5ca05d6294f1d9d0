import type { QuestionView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconQuestionMark } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { useDrafts } from '../../lib/use-draft.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Opening } from '../../ui/Opening/Opening.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { bankQuery, questionsPath, retireQuestion } from './api.js';
import { BankFilters, type BankFilter } from './BankFilters.js';
import { QuestionForm } from './QuestionForm.js';
import { QuestionImport } from './QuestionImport.js';
import { QuestionRow } from './QuestionRow.js';
import { useBankRefresh } from './use-bank-refresh.js';

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
          <Contents bankId={bankId} />
        </Page>
      )}
    </LoadedPage>
  );
};

const Contents = ({ bankId }: { bankId: string }) => {
  const [copied, setCopied] = useState<QuestionView>();
  return (
    <>
      <NewQuestion key={copied?.id} bankId={bankId} copyOf={copied} />
      <Questions bankId={bankId} onCopy={setCopied} />
    </>
  );
};

const NewQuestion = ({ bankId, copyOf }: { bankId: string; copyOf: QuestionView | undefined }) => {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const begun = useDrafts(`question.${bankId}.new`).length > 0;
  useEffect(() => {
    if (!copyOf) return;
    place.current?.scrollIntoView({ block: 'start' });
    place.current?.querySelector('select')?.focus({ preventScroll: true });
  }, [copyOf]);
  return (
    <div ref={place}>
      <Opening
        title={t('teach.question.new')}
        add={t('teach.question.add')}
        text={t('teach.question.newText')}
        opened={begun || copyOf !== undefined}
      >
        {copyOf && <Notice>{t('bank.copied')}</Notice>}
        <QuestionForm bankId={bankId} copyOf={copyOf} />
      </Opening>
    </div>
  );
};

const Questions = ({ bankId, onCopy }: { bankId: string; onCopy: (question: QuestionView) => void }) => {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<BankFilter>({});
  const [retired, setRetired] = useState<QuestionView>();
  const list = useList<QuestionView>(questionsPath(bankId), { ...filter });
  const all = Object.values(filter).every((value) => !value);
  return (
    <Section title={t('teach.question.all')} plain>
      <BankFilters bankId={bankId} filter={filter} onFilter={setFilter} />
      {retired && <Retired key={retired.id} bankId={bankId} question={retired} onUndone={setRetired} />}
      <LoadedList
        list={list}
        empty={
          all ? (
            <Empty icon={<IconQuestionMark size={28} />} title={t('teach.question.empty')}>
              {t('teach.question.emptyText')}
            </Empty>
          ) : (
            <Empty icon={<IconQuestionMark size={28} />} title={t('bank.noneSo')} />
          )
        }
      >
        {(items) => (
          <Rows label={t('teach.question.all')}>
            {items.map((question) => (
              <QuestionRow key={question.id} bankId={bankId} question={question} onCopy={onCopy} onRetired={setRetired} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};

/** What was retired or taken back a moment ago, and the way back. */
const Retired = ({ bankId, question, onUndone }: { bankId: string; question: QuestionView; onUndone: (none: undefined) => void }) => {
  const { t } = useTranslation();
  const refresh = useBankRefresh();
  const back = useMutation({
    mutationFn: () => retireQuestion(bankId, question.id, question.retired),
    onSuccess: () => {
      onUndone(undefined);
      return refresh(bankId);
    },
  });
  return (
    <Notice tone="good" role="status" title={t(question.retired ? 'bank.isBack' : 'bank.isRetired')}>
      <p>{question.text.slice(0, 120)}</p>
      {back.isError && <Failure reason={back.error} />}
      <Button
        size="xs"
        variant="default"
        loading={back.isPending}
        onClick={() => {
          back.mutate();
        }}
      >
        {t('marking.undo')}
      </Button>
    </Notice>
  );
};
