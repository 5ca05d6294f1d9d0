import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { coursesPath, createCourse } from './api.js';
import { CourseForm } from './CourseForm.js';
import { emptyCourse } from './course-form.js';

/** A new course; its units come on the next page. */
export const NewCourse = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const draft = useDraft('course.new', emptyCourse(language));
  const client = useQueryClient();
  const navigate = useNavigate();
  const create = useCreate(createCourse, async ({ id }) => {
    draft.done();
    await client.invalidateQueries({ queryKey: [coursesPath] });
    await navigate({ to: '/teach/courses/$courseId', params: { courseId: id } });
  });
  return (
    <Page title={t('teach.courses.new')} back={<TextLink to="/teach/courses">{t('nav.authoring')}</TextLink>} narrow>
      <Section title={t('teach.form.about')}>
        <CourseForm draft={draft} action={t('teach.form.create')} busy={create.isPending} reason={create.error} onSubmit={create.mutate} />
      </Section>
    </Page>
  );
};
