import type { MarkingTask } from '@aula/contracts';
import { Button, TextInput, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Section } from '../../ui/Page/Page.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { type Essay, essayPath, mark } from './api.js';
import { limitsOf, markFields, markOf, sumOf } from './mark-form.js';
import styles from './marking.module.css';

interface Props {
  task: MarkingTask;
  walk: { next: () => void; previous: (() => void) | undefined; busy: boolean };
  onMarked: (essay: Essay | undefined) => void;
}

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Points, criterion by criterion, and a comment; saved, it goes on to the next essay. */
export const MarkForm = ({ task, walk, onMarked }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const draft = useDraft(`mark.${task.attemptId}.${String(task.number)}`, markFields(task));
  const { fields, set } = draft;
  const [wrong, setWrong] = useState<{ wrong: number[]; reason: boolean }>({ wrong: [], reason: false });
  const save = useMutation({
    mutationFn: (wish: Parameters<typeof mark>[1]) => mark(task, wish),
    onSuccess: async () => {
      draft.done();
      onMarked(task.graded ? undefined : task);
      await client.invalidateQueries({ queryKey: [essayPath(task)] });
      walk.next();
    },
  });
  const limits = limitsOf(task);
  const submit = () => {
    const read = markOf(fields, task);
    setWrong('wrong' in read ? read : { wrong: [], reason: false });
    if ('mark' in read && !save.isPending) save.mutate(read.mark);
  };
  const setPoints = (at: number, text: string) => {
    set((now) => ({ points: limits.map((_, place) => (place === at ? text : (now.points[place] ?? ''))) }));
  };
  /** The first criterion that has no points yet, or the last. */
  const place = Math.max(
    0,
    limits.findIndex((_, at) => (fields.points[at] ?? '') === ''),
  );
  useHotkeys(
    [
      ['mod+Enter', submit],
      ['alt+ArrowDown', walk.next],
      ['alt+ArrowUp', () => walk.previous?.()],
      ...digits.map((digit): [string, () => void, { usePhysicalKeys: boolean }] => [
        `alt+Digit${digit}`,
        () => {
          setPoints(place, digit);
        },
        { usePhysicalKeys: true },
      ]),
    ],
    [],
  );
  return (
    <Section title={t(task.graded ? 'marking.changeTitle' : 'marking.form')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Restored draft={draft} />
        <div className={styles.points}>
          {limits.map((limit, at) => (
            <TextInput
              key={at}
              label={task.rubric[at]?.title ?? t('teach.question.points')}
              description={[t('marking.upTo', { limit: count(limit, language) }), task.rubric[at]?.text].filter(Boolean).join(' · ')}
              inputMode="decimal"
              autoComplete="off"
              required
              value={fields.points[at] ?? ''}
              error={wrong.wrong.includes(at) ? t('marking.wrongPoints', { limit: count(limit, language) }) : undefined}
              onChange={(event) => {
                setPoints(at, event.currentTarget.value);
              }}
            />
          ))}
        </div>
        <p>
          <strong>{t('quiz.result.points', { score: count(sumOf(fields, task), language), max: count(task.maxPoints, language) })}</strong>
        </p>
        <Textarea
          label={t('marking.comment')}
          description={t('marking.commentHint')}
          rows={4}
          maxLength={4_000}
          value={fields.comment}
          onChange={(event) => {
            set({ comment: event.currentTarget.value });
          }}
        />
        {task.graded && (
          <TextInput
            label={t('marking.reason')}
            description={t('marking.reasonHint')}
            required
            maxLength={1_000}
            value={fields.reason}
            error={wrong.reason ? t('marking.reasonMissing') : undefined}
            onChange={(event) => {
              set({ reason: event.currentTarget.value });
            }}
          />
        )}
        {save.isError && <Failure reason={save.error} />}
        <div className={styles.steps}>
          <Button type="submit" loading={save.isPending || walk.busy}>
            {t(task.graded ? 'marking.change' : 'marking.save')}
          </Button>
          <Button variant="default" disabled={walk.busy} onClick={walk.next}>
            {t('marking.skip')}
          </Button>
          {walk.previous && (
            <Button variant="default" onClick={walk.previous}>
              {t('marking.previous')}
            </Button>
          )}
        </div>
        <p className={styles.keys}>{t('marking.keys')}</p>
      </form>
    </Section>
  );
};
