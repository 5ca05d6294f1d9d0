import type { MarkingTask } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page } from '../../ui/Page/Page.js';
import { type Essay, claim, essayPath, groupsQuery, letGo, markingsPath, takeNext, taskQuery, undo } from './api.js';
import { EssaySheet } from './EssaySheet.js';
import { MarkForm } from './MarkForm.js';

const renewal = 300_000;

/** One essay after the other: what was written, the mark, and on to the next. */
export const MarkEssay = () => {
  const params = useParams({ from: '/in/teach/marking/$attemptId/$number' });
  const essay = { attemptId: params.attemptId, number: Number(params.number) };
  const [named, setNamed] = useState(false);
  const [before, setBefore] = useState<readonly Essay[]>([]);
  const [marked, setMarked] = useState<Essay>();
  const query = useQuery(taskQuery(essay, named));
  const walk = useWalk(essay, before, setBefore);
  return (
    <LoadedPage query={query}>
      {(task) => (
        <Desk
          key={`${task.attemptId} ${String(task.number)}`}
          task={task}
          walk={walk}
          named={named}
          marked={marked}
          onNamed={setNamed}
          onMarked={setMarked}
        />
      )}
    </LoadedPage>
  );
};

interface Walk {
  next: () => void;
  previous: (() => void) | undefined;
  to: (essay: Essay) => void;
  busy: boolean;
  reason: unknown;
}

/** From essay to essay, within the quiz and edition that the marker came for. */
const useWalk = (here: Essay, before: readonly Essay[], setBefore: (essays: readonly Essay[]) => void): Walk => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { quiz, edition } = useSearch({ from: '/in/teach/marking/$attemptId/$number' });
  const search = { ...(quiz && { quiz }), ...(edition && { edition }) };
  const to = (essay: Essay) => {
    void navigate({
      to: '/teach/marking/$attemptId/$number',
      params: { attemptId: essay.attemptId, number: String(essay.number) },
      search,
    });
  };
  const next = useMutation({
    mutationFn: () => takeNext({ ...(quiz && { quizId: quiz }), ...(edition && { editionId: edition }), after: here }),
    onSuccess: async ({ task }) => {
      await client.invalidateQueries({ queryKey: groupsQuery.queryKey });
      await client.invalidateQueries({ queryKey: [markingsPath] });
      setBefore([...before, here]);
      if (task) to(task);
      else await navigate({ to: '/teach/marking', search: { ...search, done: true } });
    },
  });
  const last = before.at(-1);
  return {
    next: () => {
      next.mutate();
    },
    previous:
      last &&
      (() => {
        setBefore(before.slice(0, -1));
        to(last);
      }),
    to,
    busy: next.isPending,
    reason: next.error,
  };
};

interface DeskProps {
  task: MarkingTask;
  walk: Walk;
  named: boolean;
  marked: Essay | undefined;
  onNamed: (named: boolean) => void;
  onMarked: (essay: Essay | undefined) => void;
}

const Desk = ({ task, walk, named, marked, onNamed, onMarked }: DeskProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mine = useClaim(task);
  const changing = task.graded ? task.may.includes('change') : task.own !== null || mine.held;
  return (
    <Page
      title={t('marking.title')}
      over={`${textIn(task.quizTitle, language)} · ${task.editionTitle}`}
      back={
        <TextLink to="/teach/marking" search={{ quiz: task.quizId, edition: task.editionId }}>
          {t('nav.marking')}
        </TextLink>
      }
    >
      {marked && <Undo essay={marked} walk={walk} onUndone={onMarked} />}
      <EssaySheet task={task} named={named} onNamed={onNamed} />
      {mine.reason !== null && <Failure reason={mine.reason} />}
      {changing ? (
        <MarkForm task={task} walk={walk} onMarked={onMarked} />
      ) : (
        <>
          {task.graded && <Notice>{t('marking.closed')}</Notice>}
          <div>
            <Button variant="default" loading={walk.busy} onClick={walk.next}>
              {t('marking.skip')}
            </Button>
          </div>
        </>
      )}
      {walk.reason !== null && <Failure reason={walk.reason} />}
    </Page>
  );
};

/** Takes an essay that is free into the marker's hands, keeps it there while the page is open, and lets it go after. */
const useClaim = ({ attemptId, number, state, own, claim: before }: MarkingTask): { held: boolean; reason: unknown } => {
  const client = useQueryClient();
  const waits = state !== 'marked' && own === null;
  const { mutate, isSuccess, error } = useMutation({
    mutationFn: () => claim({ attemptId, number }),
    onSuccess: () => client.invalidateQueries({ queryKey: groupsQuery.queryKey }),
  });
  useEffect(() => {
    if (!waits) return;
    mutate();
    const timer = setInterval(mutate, renewal);
    return () => {
      clearInterval(timer);
      letGo({ attemptId, number }).catch(() => undefined); // without a line it goes by itself, after a while
    };
  }, [waits, mutate, attemptId, number]);
  return { held: before === 'own' || isSuccess, reason: error };
};

/** What was marked a moment ago can be taken back until the grade is given. */
const Undo = ({ essay, walk, onUndone }: { essay: Essay; walk: Walk; onUndone: (essay: undefined) => void }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: () => undo(essay),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [essayPath(essay)] });
      onUndone(undefined);
      walk.to(essay);
    },
  });
  return (
    <Notice tone="good" role="status" title={t('marking.saved')}>
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
