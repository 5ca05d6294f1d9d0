import type { CourseView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { allows } from '../../lib/rights.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { changeCourse, courseQuery, coursesPath } from './api.js';
import { Completion } from './Completion.js';
import { CourseForm } from './CourseForm.js';
import { courseTones } from './Courses.js';
import { fieldsOf } from './course-form.js';
import { Publishing } from './Publishing.js';
import { Units } from './Units.js';

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

const About = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(useDrafts(`course.${course.id}`).length > 0);
  const close = () => {
    setEditing(false);
  };
  const edit = (
    <Button
      variant="default"
      size="xs"
      aria-expanded={false}
      onClick={() => {
        setEditing(true);
      }}
    >
      {t('teach.form.edit')}
    </Button>
  );
  return (
    <Section title={t('teach.form.about')} actions={!editing && edit}>
      {editing ? <Change course={course} onClose={close} /> : <Known course={course} />}
    </Section>
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
  const client = useQueryClient();
  const draft = useDraft(`course.${course.id}`, fieldsOf(course));
  const change = useMutation({
    mutationFn: (next: Parameters<typeof changeCourse>[1]) => changeCourse(course.id, next),
    onSuccess: async () => {
      draft.done();
      await client.invalidateQueries({ queryKey: [coursesPath] });
      onClose();
    },
  });
  return (
    <CourseForm
      draft={draft}
      action={t('teach.form.save')}
      busy={change.isPending}
      reason={change.error}
      onSubmit={change.mutate}
      onCancel={onClose}
    />
  );
};
