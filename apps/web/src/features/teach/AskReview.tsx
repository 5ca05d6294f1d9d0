import type { CourseView } from '@aula/contracts';
import { Button, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Section } from '../../ui/Page/Page.js';
import { coursesPath } from './api.js';
import { askForReview, reviewersQuery } from './draft-api.js';
import styles from './authoring.module.css';

const nothing = { note: '', reviewerId: '' };

/** Asks a second person, by name or whoever may, to look at the draft. */
export const AskReview = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft(`review.${course.id}`, nothing);
  const ask = useCreate(
    (wish: typeof nothing, key) => askForReview(course.id, wish, key),
    async () => {
      draft.done(nothing);
      await client.invalidateQueries({ queryKey: [coursesPath, course.id] });
    },
  );
  return (
    <Section title={t('authoring.review.ask')}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(draft.fields);
        }}
      >
        <ReviewerChoice
          courseId={course.id}
          value={draft.fields.reviewerId}
          onChange={(reviewerId) => {
            draft.set({ reviewerId });
          }}
        />
        <Textarea
          label={t('authoring.review.note')}
          description={t('authoring.review.noteHint')}
          rows={3}
          value={draft.fields.note}
          onChange={(event) => {
            draft.set({ note: event.currentTarget.value });
          }}
        />
        {ask.isError && <Failure reason={ask.error} />}
        <div>
          <Button type="submit" loading={ask.isPending}>
            {t('authoring.review.askAction')}
          </Button>
        </div>
      </form>
    </Section>
  );
};

interface ChoiceProps {
  courseId: string;
  /** '': whoever may. */
  value: string;
  onChange: (reviewerId: string) => void;
}

const ReviewerChoice = ({ courseId, value, onChange }: ChoiceProps) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const all = useQuery(reviewersQuery(courseId, ''));
  const found = useQuery(reviewersQuery(courseId, q)).data?.items ?? [];
  return (
    <Loaded query={all}>
      {({ items, next }) => {
        if (items.length === 0) return <Notice tone="care">{t('authoring.reviewer.nobody')}</Notice>;
        const chosen = items.find(({ id }) => id === value && !found.some((each) => each.id === id));
        return (
          <>
            {next !== null && (
              <TextInput
                type="search"
                label={t('authoring.reviewer.search')}
                value={typed}
                onChange={(event) => {
                  setTyped(event.currentTarget.value);
                }}
              />
            )}
            <NativeSelect
              label={t('authoring.reviewer.label')}
              description={t('authoring.reviewer.hint')}
              value={value}
              data={[
                { value: '', label: t('authoring.reviewer.anyone') },
                ...[...(chosen ? [chosen] : []), ...found].map(({ id, name, institution }) => ({
                  value: id,
                  label: [name, institution].filter(Boolean).join(' · '),
                })),
              ]}
              onChange={(event) => {
                onChange(event.currentTarget.value);
              }}
            />
          </>
        );
      }}
    </Loaded>
  );
};
