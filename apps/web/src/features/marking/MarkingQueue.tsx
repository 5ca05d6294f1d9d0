import type { MarkingGroupList, MarkingView } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { instantText } from '../../lib/time.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded, LoadedList } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { groupsQuery, markingsPath, takeNext } from './api.js';
import styles from './marking.module.css';

type Group = MarkingGroupList['items'][number];
const states = ['waiting', 'elsewhere', 'marked', 'mine'] as const;

/** What waits to be marked, by quiz and edition, and the way to the next essay. */
export const MarkingQueue = () => {
  const { t } = useTranslation();
  const { done } = useSearch({ from: '/in/teach/marking' });
  const groups = useQuery(groupsQuery);
  return (
    <Page title={t('nav.marking')} lead={t('marking.lead')}>
      {done && (
        <Notice tone="good" role="status">
          {t('marking.done')}
        </Notice>
      )}
      <Loaded query={groups}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={<IconChecklist size={28} />} title={t('marking.empty')}>
              {t('marking.emptyText')}
            </Empty>
          ) : (
            <>
              <Rows label={t('marking.groups')}>
                {items.map((group) => (
                  <GroupRow key={`${group.quizId} ${group.editionId}`} group={group} />
                ))}
              </Rows>
              <Essays groups={items} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
};

const GroupRow = ({ group }: { group: Group }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { quizId, editionId, waiting, elsewhere, marked } = group;
  const begin = useMutation({
    mutationFn: () => takeNext({ quizId, editionId }),
    onSuccess: ({ task }) =>
      task
        ? navigate({
            to: '/teach/marking/$attemptId/$number',
            params: { attemptId: task.attemptId, number: String(task.number) },
            search: { quiz: quizId, edition: editionId },
          })
        : undefined,
  });
  return (
    <Row
      title={textIn(group.quizTitle, language)}
      text={group.editionTitle}
      aside={
        <>
          <Tag tone={waiting > 0 ? 'care' : 'good'}>{t('marking.waiting', { shown: count(waiting, language) })}</Tag>
          {elsewhere > 0 && <span>{t('marking.elsewhere', { shown: count(elsewhere, language) })}</span>}
          <span>{t('marking.marked', { shown: count(marked, language) })}</span>
        </>
      }
      actions={
        waiting > 0 && (
          <Button
            loading={begin.isPending}
            onClick={() => {
              begin.mutate();
            }}
          >
            {t('marking.begin')}
          </Button>
        )
      }
    >
      {begin.isError && <Failure reason={begin.error} />}
      {begin.data?.task === null && <Notice>{t('marking.taken')}</Notice>}
    </Row>
  );
};

const Essays = ({ groups }: { groups: readonly Group[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate({ from: '/teach/marking' });
  const search = useSearch({ from: '/in/teach/marking' });
  const state = search.state ?? 'waiting';
  const chosen = search.quiz && search.edition ? `${search.quiz} ${search.edition}` : '';
  const list = useList<MarkingView>(markingsPath, { state, quizId: search.quiz, editionId: search.edition });
  return (
    <Section title={t('marking.essays')} plain>
      <div className={styles.filters}>
        <NativeSelect
          label={t('marking.filter.of')}
          value={chosen}
          data={[
            { value: '', label: t('marking.filter.all') },
            ...groups.map((each) => ({
              value: `${each.quizId} ${each.editionId}`,
              label: `${textIn(each.quizTitle, language)} · ${each.editionTitle}`,
            })),
          ]}
          onChange={(event) => {
            const [quiz, edition] = event.currentTarget.value.split(' ');
            void navigate({ search: { state, ...(quiz && edition ? { quiz, edition } : {}) }, replace: true });
          }}
        />
        <NativeSelect
          label={t('marking.filter.state')}
          value={state}
          data={states.map((each) => ({ value: each, label: t(`marking.state.${each}`) }))}
          onChange={(event) => {
            const next = states.find((each) => each === event.currentTarget.value) ?? 'waiting';
            void navigate({ search: { ...search, state: next }, replace: true });
          }}
        />
      </div>
      <LoadedList list={list} empty={<Empty title={t('marking.noneSo')} />}>
        {(items) => (
          <Rows label={t('marking.essays')}>
            {items.map((essay) => (
              <EssayRow key={`${essay.attemptId} ${String(essay.number)}`} essay={essay} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Section>
  );
};

const EssayRow = ({ essay }: { essay: MarkingView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { attemptId, number, quizId, editionId, claim, state, points, maxPoints } = essay;
  return (
    <Row
      title={
        <TextLink
          to="/teach/marking/$attemptId/$number"
          params={{ attemptId, number: String(number) }}
          search={{ quiz: quizId, edition: editionId }}
        >
          {essay.question.length > 120 ? `${essay.question.slice(0, 120)}…` : essay.question}
        </TextLink>
      }
      text={[
        textIn(essay.quizTitle, language),
        t('essay.words', { shown: count(essay.words, language) }),
        instantText(essay.submittedAt, language),
      ].join(' · ')}
      aside={
        state === 'marked' ? (
          <Tag tone="good">{t('quiz.result.points', { score: count(points ?? 0, language), max: count(maxPoints, language) })}</Tag>
        ) : (
          <Tag tone={claim === 'other' ? 'plain' : 'care'}>{t(claim === 'other' ? 'marking.held' : `marking.turn.${state}`)}</Tag>
        )
      }
    />
  );
};
