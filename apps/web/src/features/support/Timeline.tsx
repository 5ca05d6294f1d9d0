import type { TimelineEntry } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type List, useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { timelinePath } from './api.js';
import { Happening } from './Happening.js';
import styles from './support.module.css';

const topics = ['answers', 'results', 'navigation', 'sessions', 'trouble'] as const;

/** Everything that happened to an attempt, oldest first, or what belongs to one topic. */
export const Timeline = ({ attemptId }: { attemptId: string }) => {
  const { t } = useTranslation();
  const [topic, setTopic] = useState('');
  const list = useList<TimelineEntry>(timelinePath(attemptId), { topic, limit: 100 });
  return (
    <Section title={t('support.timeline.title')} plain actions={<Print key={topic} list={list} />}>
      <div className={styles.screenOnly}>
        <NativeSelect
          className={styles.topic ?? ''}
          label={t('support.timeline.show')}
          value={topic}
          data={[
            { value: '', label: t('support.timeline.everything') },
            ...topics.map((each) => ({ value: each, label: t(`support.timeline.topic.${each}`) })),
          ]}
          onChange={(event) => {
            setTopic(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList list={list} empty={<Empty title={t('support.timeline.empty')} />}>
        {(items) => (
          <ol className={styles.timeline} aria-label={t('support.timeline.title')}>
            {items.map((entry, place) => (
              // entries are only ever added behind, so that their place names them
              <Happening key={place} entry={entry} before={items[place - 1]} />
            ))}
          </ol>
        )}
      </LoadedList>
    </Section>
  );
};

/** Prints all of a list: what has not been read yet is read first. */
const Print = ({ list }: { list: List<TimelineEntry> }) => {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (!wanted || isFetchingNextPage) return;
    if (hasNextPage && !isFetchNextPageError) {
      void fetchNextPage();
      return;
    }
    setWanted(false);
    if (!isFetchNextPageError) print();
  }, [wanted, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <Button
      className={styles.screenOnly ?? ''}
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden />}
      loading={wanted}
      onClick={() => {
        setWanted(true);
      }}
    >
      {t('support.attempt.print')}
    </Button>
  );
};
