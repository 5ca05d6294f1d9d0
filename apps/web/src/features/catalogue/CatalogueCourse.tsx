import type { CourseView } from '@aula/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { http } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useMe } from '../../lib/signed-in.js';
import { dayText, instantText } from '../../lib/time.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedPage } from '../../ui/Loaded/LoadedPage.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';

const courseQuery = (id: string) =>
  queryOptions({ queryKey: ['/catalog/courses', id], queryFn: ({ signal }) => http.get<CourseView>(`/catalog/courses/${id}`, {}, signal) });

/** One course as the public sees it: what it teaches, how long it takes, how it ends. */
export const CatalogueCourse = () => {
  const { courseId } = useParams({ from: '/catalogue/$courseId' });
  return <LoadedPage query={useQuery(courseQuery(courseId))}>{(course) => <CoursePage course={course} />}</LoadedPage>;
};

const CoursePage = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const me = useMe();
  const units = course.units ?? [];
  return (
    <Page
      title={textIn(course.title, language)}
      over={course.code}
      lead={textIn(course.summary, language)}
      back={<TextLink to="/catalogue">{t('nav.catalogue')}</TextLink>}
      narrow
    >
      <Section title={t('catalogue.about')}>
        <Facts
          facts={[
            [t('catalogue.duration'), t('catalogue.hours', { hours: count(course.hours, language) })],
            [t('catalogue.languages'), course.languages.map((each) => languageNames[each]).join(', ')],
            [
              t('catalogue.version'),
              course.version && `${String(course.version.number)} · ${dayText(course.version.publishedAt, language)}`,
            ],
          ]}
        />
      </Section>
      {units.length > 0 && (
        <Section title={t('catalogue.contents')} plain>
          <Rows label={t('catalogue.contents')} ordered>
            {[...units]
              .sort((a, b) => a.position - b.position)
              .map((unit) => (
                <Row key={unit.id} title={textIn(unit.title, language)} text={t(`unit.kind.${unit.kind}`)} />
              ))}
          </Rows>
        </Section>
      )}
      <Section title={t('public.facets.editions')} plain>
        {course.editions && course.editions.length > 0 ? (
          <Rows label={t('public.facets.editions')}>
            {course.editions.map((edition) => (
              <Row
                key={`${edition.title} ${edition.opensAt}`}
                title={edition.title}
                text={t('public.facets.from', {
                  state: t(`public.facets.times.${edition.state}`),
                  mode: t(`public.facets.modes.${edition.mode}`),
                  from: dayText(edition.opensAt, language, edition.timeZone),
                  to: instantText(edition.closesAt, language, edition.timeZone),
                })}
              />
            ))}
          </Rows>
        ) : (
          <p>{t('public.facets.noEditions')}</p>
        )}
      </Section>
      <Notice title={t('catalogue.how')}>
        <p>{t('catalogue.howText')}</p>
        {me ? <ButtonLink to="/learning">{t('nav.courses')}</ButtonLink> : <ButtonLink to="/">{t('nav.signIn')}</ButtonLink>}
      </Notice>
    </Page>
  );
};
