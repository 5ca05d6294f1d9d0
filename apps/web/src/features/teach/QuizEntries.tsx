import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { foundQuery, questionsOf, thingQuery } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Movers } from './Movers.js';
import type { EntryFields } from './quiz-builder.js';
import styles from './teach.module.css';

interface Props {
  entries: readonly EntryFields[];
  bankId: string;
  tags: readonly string[];
  onChange: (entries: EntryFields[]) => void;
  /** What moves the line at this place, and takes it out. */
  stepsOf: (at: number) => { onMove: (by: -1 | 1) => void; onDrop: () => void };
}

/** The lines of a section: questions by name and draws by tag, each with points of its own if it has some. */
export const QuizEntries = ({ entries, bankId, tags, onChange, stepsOf }: Props) => {
  const { t } = useTranslation();
  const put = (at: number, entry: EntryFields) => {
    onChange(entries.map((each, place) => (place === at ? entry : each)));
  };
  const named = new Set<string>(entries.flatMap((entry) => (entry.kind === 'question' ? [entry.questionId] : [])));
  return (
    <>
      <ol className={styles.entries}>
        {entries.map((entry, at) => (
          <li key={at} className={styles.entry}>
            {entry.kind === 'question' ? (
              <Named bankId={bankId} id={entry.questionId} />
            ) : (
              <Draw
                entry={entry}
                tags={tags}
                onChange={(next) => {
                  put(at, next);
                }}
              />
            )}
            <TextInput
              label={t('builder.points')}
              description={t('builder.pointsHint')}
              inputMode="numeric"
              value={entry.points}
              onChange={(event) => {
                put(at, { ...entry, points: event.currentTarget.value });
              }}
            />
            <Movers
              at={at}
              total={entries.length}
              names={{
                up: t('builder.entryUp', { number: at + 1 }),
                down: t('builder.entryDown', { number: at + 1 }),
                drop: t('builder.dropEntry', { number: at + 1 }),
              }}
              {...stepsOf(at)}
            />
          </li>
        ))}
      </ol>
      <div className={styles.line}>
        <Choice
          things={{ ...questionsOf(bankId), offered: ({ id }) => !named.has(id) }}
          label={t('builder.addQuestion')}
          value=""
          none={t('teach.units.choose')}
          onChange={(question) => {
            if (question) onChange([...entries, { kind: 'question', questionId: question.id, points: '' }]);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            onChange([...entries, { kind: 'draw', tags: '', count: '1', points: '' }]);
          }}
        >
          {t('builder.addDraw')}
        </Button>
      </div>
    </>
  );
};

/** What a question says: it is among the first of the bank, or it is read alone. */
const Named = ({ bankId, id }: { bankId: string; id: string }) => {
  const { t } = useTranslation();
  const things = questionsOf(bankId);
  const first = useQuery(foundQuery(things, ''));
  const known = first.data?.items.find((each) => each.id === id);
  const alone = useQuery({ ...thingQuery(things, id), enabled: !first.isPending && !known });
  const text = (known ?? alone.data)?.text;
  return <p className={styles.questionText}>{text ?? (alone.isError ? t('builder.unknownQuestion') : '…')}</p>;
};

type DrawFields = Extract<EntryFields, { kind: 'draw' }>;
const Draw = ({ entry, tags, onChange }: { entry: DrawFields; tags: readonly string[]; onChange: (entry: DrawFields) => void }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.numbers}>
      <TextInput
        label={t('builder.draw.count')}
        inputMode="numeric"
        value={entry.count}
        onChange={(event) => {
          onChange({ ...entry, count: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t('builder.draw.tags')}
        description={tags.length > 0 ? t('builder.draw.known', { tags: tags.slice(0, 12).join(', ') }) : t('builder.draw.all')}
        value={entry.tags}
        onChange={(event) => {
          onChange({ ...entry, tags: event.currentTarget.value });
        }}
      />
    </div>
  );
};
