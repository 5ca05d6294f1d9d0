import type { CourseView } from '@aula/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconEye, IconHistory, IconLanguage, IconUserCheck } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { Refusal } from '../../lib/problem.js';
import { allows } from '../../lib/rights.js';
import { instantText } from '../../lib/time.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Editing } from '../../ui/Opening/Editing.js';
import { Page } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { changeCourse, courseQuery, coursesPath } from './api.js';
import { Completion } from './Completion.js';
import { type Apart, Conflict } from './Conflict.js';
import { CourseForm } from './CourseForm.js';
import { courseTones } from './Courses.js';
import { type CourseFields, fieldsOf } from './course-form.js';
import { Publishing } from './Publishing.js';
import { ReviewStanding } from './ReviewStanding.js';
import { Units } from './Units.js';
import styles from './authoring.module.css';

/** Writing a course: what it is, its units, when it is complete, publishing. */
export const CourseEditor = () => {
  const { courseId } = useParams({ from: '/in/teach/courses/$courseId' });
  return <LoadedPage query={useQuery(courseQuery(courseId))}>{(course) => <Editor key={course.id} course={course} />}</LoadedPage>;
};

const Editor = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page
      title={textIn(course.title, language)}
      over={course.code}
      back={<TextLink to="/teach/courses">{t('nav.authoring')}</TextLink>}
      actions={<Tag tone={courseTones[course.state]}>{t(`teach.courses.state.${course.state}`)}</Tag>}
    >
      {allows(course, 'course.author') ? (
        <>
          <Paths course={course} />
          <About course={course} />
          <Units course={course} />
          <Completion course={course} />
          <Publishing course={course} />
        </>
      ) : (
        <Notice>{t('teach.courses.notYours')}</Notice>
      )}
    </Page>
  );
};

const ways = [
  { to: '/teach/courses/$courseId/preview', icon: IconEye, text: 'authoring.preview.open' },
  { to: '/teach/courses/$courseId/texts', icon: IconLanguage, text: 'authoring.texts.title' },
  { to: '/teach/courses/$courseId/review', icon: IconUserCheck, text: 'authoring.review.title' },
  { to: '/teach/courses/$courseId/history', icon: IconHistory, text: 'authoring.history.title' },
] as const;

/** The ways to look at the course as a whole, and who changed it last. */
const Paths = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { changedAt, changedBy, review, reviewRequired } = course.authoring ?? {};
  return (
    <nav aria-label={t('authoring.paths')} className={styles.buttons}>
      {ways.map(({ to, icon: Icon, text }) => (
        <ButtonLink key={to} variant="default" to={to} params={{ courseId: course.id }} leftSection={<Icon size={18} aria-hidden />}>
          {t(text)}
        </ButtonLink>
      ))}
      {review && (reviewRequired || review !== 'none') && <ReviewStanding standing={review} />}
      {changedAt && (
        <span className={styles.quiet}>
          {t(changedBy ? 'authoring.changedBy' : 'authoring.changed', { name: changedBy ?? '', moment: instantText(changedAt, language) })}
        </span>
      )}
    </nav>
  );
};

const About = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const begun = useDrafts(`course.${course.id}`).length > 0;
  return (
    <Editing title={t('teach.form.about')} edit={t('teach.form.edit')} opened={begun} known={<Known course={course} />}>
      {(close) => <Change course={course} onClose={close} />}
    </Editing>
  );
};

const Known = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [t('teach.form.languages'), course.languages.map((each) => languageNames[each]).join(', ')],
        [t('teach.form.hours'), count(course.hours, language)],
        [t('teach.form.visibility'), t(course.public ? 'teach.form.isPublic' : 'teach.form.isInternal')],
        [t('teach.form.summary'), textIn(course.summary, language)],
      ]}
    />
  );
};

const Change = ({ course, onClose }: { course: CourseView; onClose: () => void }) => {
  const { t } = useTranslation();
  const apart = useApart();
  const client = useQueryClient();
  const draft = useDraft(`course.${course.id}`, fieldsOf(course));
  const [ground, setGround] = useState(course.authoring?.revision);
  const change = useMutation({
    mutationFn: (next: Parameters<typeof changeCourse>[1]) => changeCourse(course.id, next, ground),
    onSuccess: async () => {
      draft.done();
      await client.invalidateQueries({ queryKey: [coursesPath] });
      onClose();
    },
  });
  const theirs = change.error instanceof Refusal ? (change.error.problem['current'] as TheirCourse | undefined) : undefined;
  const goOn = (act?: (fields: CourseFields) => void) => () => {
    if (!theirs) return;
    setGround(theirs.revision);
    act?.(fieldsOf(theirs));
    change.reset();
    void client.invalidateQueries({ queryKey: [coursesPath] });
  };
  return (
    <>
      {theirs && <Conflict apart={apart(draft.fields, fieldsOf(theirs))} onMine={goOn()} onTheirs={goOn(draft.done)} />}
      <CourseForm
        draft={draft}
        action={t('teach.form.save')}
        busy={change.isPending}
        reason={theirs ? null : change.error}
        onSubmit={change.mutate}
        onCancel={onClose}
      />
    </>
  );
};

type TheirCourse = CourseView & { revision: number };

/** Where one's own words about a course and those of somebody else are not the same. */
const useApart = (): ((mine: CourseFields, theirs: CourseFields) => Apart[]) => {
  const { t } = useTranslation();
  const spoken = ({ languages: all }: CourseFields): string => all.map((each) => languageNames[each]).join(', ');
  const texts = [
    ['title', t('teach.form.title')],
    ['summary', t('teach.form.summary')],
  ] as const;
  return (mine, theirs) =>
    [
      { label: t('teach.form.code'), mine: mine.code, theirs: theirs.code },
      { label: t('teach.form.hours'), mine: mine.hours, theirs: theirs.hours },
      { label: t('teach.form.languages'), mine: spoken(mine), theirs: spoken(theirs) },
      ...texts.flatMap(([part, label]) =>
        languages.map((language) => ({
          label: t('ui.inLanguage', { label, language: languageNames[language] }),
          mine: mine[part][language] ?? '',
          theirs: theirs[part][language] ?? '',
        })),
      ),
    ].filter((each) => each.mine !== each.theirs);
};
