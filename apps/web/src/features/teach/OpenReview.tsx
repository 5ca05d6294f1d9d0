import type { CourseReviewView, CourseView, UnitView } from '@aula/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { coursesPath } from './api.js';
import { CourseDifferences } from './CourseDifferences.js';
import { comment, courseDifferencesQuery, decide, waitingReviewsPath } from './draft-api.js';
import styles from './authoring.module.css';

interface Props {
  course: CourseView;
  review: CourseReviewView;
}

/** What is to be looked at, unit by unit, with what is said about it; and the decision, for who did not ask. */
export const OpenReview = ({ course, review }: Props) => {
  const { t } = useTranslation();
  const from = course.version?.id ?? '';
  return (
    <>
      <Section title={t(from ? 'authoring.review.differences' : 'authoring.review.everything')}>
        <div>
          <ButtonLink variant="default" to="/teach/courses/$courseId/preview" params={{ courseId: course.id }}>
            {t('authoring.preview.open')}
          </ButtonLink>
        </div>
        <Loaded query={useQuery({ ...courseDifferencesQuery(course.id, from, 'draft'), refetchOnMount: 'always' })}>
          {(differences) => (
            <CourseDifferences
              course={course}
              differences={differences}
              below={(unitId) => <Comments key={unitId} course={course} review={review} unitId={unitId} />}
            />
          )}
        </Loaded>
      </Section>
      {allows(review, 'review.decide') && <Decision course={course} review={review} />}
    </>
  );
};

const Comments = ({ course, review, unitId }: Props & { unitId: UnitView['id'] | null }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const draft = useDraft(`comment.${review.id}.${unitId ?? 'course'}`, { text: '' });
  const [writing, setWriting] = useState(draft.fields.text !== '');
  const say = useCreate(
    (text: string, key) => comment(course.id, review.id, { unitId, text }, key),
    async () => {
      draft.done({ text: '' });
      setWriting(false);
      await client.invalidateQueries({ queryKey: [coursesPath, course.id, 'reviews'] });
    },
  );
  const said = review.comments.filter((each) => each.unitId === unitId);
  const removed = unitId !== null && !course.units?.some(({ id }) => id === unitId);
  const about = unitId === null ? t('authoring.review.whole') : textIn(course.units?.find(({ id }) => id === unitId)?.title, language);
  return (
    <div className={styles.stack}>
      {said.length > 0 && (
        <ul className={styles.comments}>
          {said.map(({ id, by, text, at }) => (
            <li key={id}>
              <p>{text}</p>
              <span className={styles.quiet}>{`${by.name} · ${instantText(at, language)}`}</span>
            </li>
          ))}
        </ul>
      )}
      {writing && (
        <Textarea
          label={t('authoring.review.commentOn', { title: about })}
          rows={3}
          value={draft.fields.text}
          onChange={(event) => {
            draft.set({ text: event.currentTarget.value });
          }}
        />
      )}
      {say.isError && <Failure reason={say.error} />}
      {!removed && (
        <div>
          <Button
            size="xs"
            variant="default"
            loading={say.isPending}
            aria-label={writing ? undefined : t('authoring.review.commentNamed', { title: about })}
            onClick={() => {
              if (!writing) setWriting(true);
              else if (draft.fields.text.trim() !== '') say.mutate(draft.fields.text);
            }}
          >
            {t(writing ? 'authoring.review.commentSend' : 'authoring.review.comment')}
          </Button>
        </div>
      )}
    </div>
  );
};

const Decision = ({ course, review }: Props) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft(`decision.${review.id}`, { note: '' });
  const [bare, setBare] = useState(false);
  const note = draft.fields.note.trim();
  const act = useMutation({
    mutationFn: (decision: 'approved' | 'sent-back') =>
      decide(course.id, review.id, { decision, draftRevision: course.authoring?.draftRevision ?? 0, note: note || null }),
    onSuccess: () => {
      draft.done({ note: '' });
    },
    onSettled: () =>
      Promise.all([[coursesPath, course.id], [waitingReviewsPath]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <Section title={t('authoring.review.decision')}>
      <div className={styles.stack}>
        <Textarea
          label={t('authoring.review.decisionNote')}
          rows={3}
          value={draft.fields.note}
          error={bare && note === '' ? t('authoring.review.why') : undefined}
          onChange={(event) => {
            draft.set({ note: event.currentTarget.value });
          }}
        />
        {act.isError && <Failure reason={act.error} />}
        <div className={styles.buttons}>
          <Button
            loading={act.isPending && act.variables === 'approved'}
            onClick={() => {
              act.mutate('approved');
            }}
          >
            {t('authoring.review.approve')}
          </Button>
          <Button
            variant="default"
            loading={act.isPending && act.variables === 'sent-back'}
            onClick={() => {
              setBare(note === '');
              if (note !== '') act.mutate('sent-back');
            }}
          >
            {t('authoring.review.sendBack')}
          </Button>
        </div>
      </div>
    </Section>
  );
};
