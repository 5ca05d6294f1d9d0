import type { CatalogueOverview, CourseView, Page } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconBuildingBank, IconDeviceMobile, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBrand } from '../../lib/brand.js';
import { http } from '../../lib/http.js';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import styles from './welcome.module.css';

const figures = ['courses', 'countries', 'institutions', 'editions'] as const;
const readers = { officers: IconDeviceMobile, academies: IconBuildingBank, universities: IconSchool } as const;
const steps = ['enrolled', 'study', 'examination', 'certificate'] as const;
/** Each question leads to the page where it is answered. */
const questions = {
  spreadsheet: '/institution/imports',
  missing: '/institution/editions',
  refused: '/teach/packages',
  genuine: '/v',
} as const;

/** What a visitor reads below the sign-in: what this is, what there is to learn, and where things are done. */
export const Welcome = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.welcome}>
      <Figures />
      <section aria-labelledby="readers" className={styles.part}>
        <h2 id="readers">{t('public.readers.title')}</h2>
        <ul className={styles.cards}>
          {Object.entries(readers).map(([name, Icon]) => (
            <li key={name} className={styles.card}>
              <Icon size={30} aria-hidden />
              <h3>{t(`public.readers.${name as keyof typeof readers}.title`)}</h3>
              <p>{t(`public.readers.${name as keyof typeof readers}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
      <Newest />
      <section aria-labelledby="steps" className={styles.part}>
        <h2 id="steps">{t('public.steps.title')}</h2>
        <ol className={styles.steps}>
          {steps.map((each) => (
            <li key={each}>{t(`public.steps.${each}`)}</li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="verify" className={styles.verify}>
        <h2 id="verify">{t('public.verify.title')}</h2>
        <p>{t('public.verify.text')}</p>
        <div>
          <ButtonLink to="/v">{t('nav.verify')}</ButtonLink>
        </div>
      </section>
      <section aria-labelledby="questions" className={styles.part}>
        <h2 id="questions">{t('public.questions.title')}</h2>
        {Object.entries(questions).map(([name, to]) => (
          <details key={name} className={styles.question}>
            <summary>{t(`public.questions.${name as keyof typeof questions}.title`)}</summary>
            <p>{t(`public.questions.${name as keyof typeof questions}.text`)}</p>
            <p>
              <TextLink to={to}>{t(`public.questions.${name as keyof typeof questions}.action`)}</TextLink>
            </p>
          </details>
        ))}
      </section>
    </div>
  );
};

/** What there is, in numbers; left out while they are not known. */
const Figures = () => {
  const { t } = useTranslation();
  const { name } = useBrand();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['/catalog/overview'],
    queryFn: ({ signal }) => http.get<CatalogueOverview>('/catalog/overview', {}, signal),
  });
  if (!data) return <div className={styles.figures} aria-hidden />;
  return (
    <ul className={styles.figures} aria-label={t('public.figures.title', { name })}>
      {figures.map((each) => (
        <li key={each}>
          <strong>{count(data[each], language)}</strong> {t(`public.figures.${each}`, { count: data[each] })}
        </li>
      ))}
    </ul>
  );
};

/** Courses to begin with; nothing where there is none yet. */
const Newest = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['/catalog/courses', 'newest'],
    queryFn: ({ signal }) => http.get<Page<CourseView>>('/catalog/courses', { limit: 3 }, signal),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="newest" className={styles.part}>
      <h2 id="newest">{t('public.newest.title')}</h2>
      <ul className={styles.cards}>
        {data.items.map((course) => (
          <li key={course.id} className={styles.card}>
            <h3>
              <Link to="/catalogue/$courseId" params={{ courseId: course.id }}>
                {textIn(course.title, language)}
              </Link>
            </h3>
            <p>{textIn(course.summary, language)}</p>
            <p className={styles.quiet}>{t('catalogue.hours', { hours: count(course.hours, language) })}</p>
          </li>
        ))}
      </ul>
      <TextLink to="/catalogue">{t('public.newest.all')}</TextLink>
    </section>
  );
};
