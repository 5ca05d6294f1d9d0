import type { CourseReviewView, CourseView } from '@aula/contracts';
import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Loaded } from '../../ui/Loaded/Loaded.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { changeCourse, courseQuery, coursesPath } from './api.js';
import { AskReview } from './AskReview.js';
import { reviewsQuery, withdrawReview } from './draft-api.js';
import { OpenReview } from './OpenReview.js';
import { ReviewStanding, reviewTones } from './ReviewStanding.js';
import styles from './authoring.module.css';

/** A second person looks at a draft before it is published. */
export const Review = () => {
  const { courseId } = useParams({ from: '/in/teach/courses/$courseId/review' });
  const { t } = useTranslation();
  const language = useLanguage();
  const reviews = useQuery({ ...reviewsQuery(courseId), refetchOnMount: 'always' });
  return (
    <LoadedPage query={useQuery({ ...courseQuery(courseId), refetchOnMount: 'always' })}>
      {(course) => (
        <Page
          title={t('authoring.review.title')}
          over={textIn(course.title, language)}
          lead={t('authoring.review.lead')}
          back={
            <TextLink to="/teach/courses/$courseId" params={{ courseId }}>
              {textIn(course.title, language)}
            </TextLink>
          }
          actions={course.authoring && <ReviewStanding standing={course.authoring.review} />}
        >
          <Rule course={course} />
          <Loaded query={reviews}>{({ items }) => <Reviews course={course} items={items} />}</Loaded>
        </Page>
      )}
    </LoadedPage>
  );
};

const Rule = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [wish, setWish] = useState<boolean>();
  const change = useMutation({
    mutationFn: (reviewRequired: boolean) => changeCourse(course.id, { reviewRequired }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: courseQuery(course.id).queryKey });
      setWish(undefined);
    },
  });
  return (
    <Section title={t('authoring.review.rule')}>
      <Checkbox
        label={t('authoring.review.required')}
        description={t('authoring.review.requiredHint')}
        checked={wish ?? course.authoring?.reviewRequired ?? false}
        onChange={(event) => {
          setWish(event.currentTarget.checked);
          change.mutate(event.currentTarget.checked);
        }}
      />
      {change.isError && <Failure reason={change.error} />}
    </Section>
  );
};

const Reviews = ({ course, items }: { course: CourseView; items: readonly CourseReviewView[] }) => {
  const { t } = useTranslation();
  const open = items.find(({ state }) => state === 'open');
  const past = items.filter(({ state }) => state !== 'open');
  return (
    <>
      {open ? <Waiting course={course} review={open} /> : <AskReview course={course} />}
      {past.length > 0 && (
        <Section title={t('authoring.review.past')}>
          <Rows label={t('authoring.review.past')}>
            {past.map((review) => (
              <Past key={review.id} course={course} review={review} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
};

const Waiting = ({ course, review }: { course: CourseView; review: CourseReviewView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => withdrawReview(course.id, review.id),
    onSuccess: () => client.invalidateQueries({ queryKey: [coursesPath, course.id] }),
  });
  return (
    <>
      <Notice tone="care" title={t('authoring.review.asked', { name: review.askedBy.name, moment: instantText(review.askedAt, language) })}>
        {review.note && <p>{review.note}</p>}
        {review.reviewer && <p>{t('authoring.reviewer.of', { name: review.reviewer.name })}</p>}
        {allows(review, 'review.withdraw') && (
          <>
            {!review.reviewer && <p>{t('authoring.review.wait')}</p>}
            {withdraw.isError && <Failure reason={withdraw.error} />}
            <Button
              size="xs"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => {
                withdraw.mutate();
              }}
            >
              {t('authoring.review.withdraw')}
            </Button>
          </>
        )}
      </Notice>
      <OpenReview key={review.id} course={course} review={review} />
    </>
  );
};

const Past = ({ course, review }: { course: CourseView; review: CourseReviewView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { askedBy, decidedBy, decidedAt, decisionNote, comments, state } = review;
  return (
    <Row
      title={t('authoring.review.askedBy', { name: askedBy.name })}
      text={decidedBy && decidedAt && t('authoring.review.decidedBy', { name: decidedBy.name, moment: instantText(decidedAt, language) })}
      aside={
        <Tag tone={state === 'approved' && !review.holds ? 'care' : reviewTones[state]}>
          {t(`authoring.review.state.${state === 'approved' && !review.holds ? 'outdated' : state}`)}
        </Tag>
      }
    >
      {decisionNote && <p>{decisionNote}</p>}
      {comments.length > 0 && (
        <ul className={styles.comments}>
          {comments.map(({ id, by, text, unitId }) => (
            <li key={id}>
              <p>{text}</p>
              <span className={styles.quiet}>
                {[by.name, textIn(course.units?.find((unit) => unit.id === unitId)?.title, language)].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
};
