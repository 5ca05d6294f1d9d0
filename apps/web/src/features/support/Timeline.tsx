import type { TimelineEntry } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
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
    <Section title={t('support.timeline.title')} plain>
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
