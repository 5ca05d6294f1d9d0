import type { CourseView } from '@aula/contracts';
import { IconCompass } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { Facets } from './Facets.js';
import styles from './catalogue.module.css';
import type { Chosen } from './choices.js';

/** The public catalogue: search that minds no accents, and choices with their numbers. All that is chosen stands in the address. */
export const Catalogue = () => {
  const { t } = useTranslation();
  const chosen: Chosen = useSearch({ from: '/catalogue' });
  const navigate = useNavigate({ from: '/catalogue' });
  const list = useList<CourseView>('/catalog/courses', chosen);
  const some = Object.values(chosen).some((value) => value !== undefined);
  const choose = (next: Chosen) => {
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  return (
    <Page title={t('nav.catalogue')} lead={t('catalogue.lead')}>
      <SearchField
        label={t('catalogue.search')}
        initial={chosen.q ?? ''}
        onSearch={(text) => {
          choose({ ...chosen, q: text || undefined });
        }}
      />
      <Facets chosen={chosen} onChoose={choose} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconCompass size={28} />} title={t(some ? 'catalogue.nothing' : 'catalogue.empty')}>
            {t(some ? 'catalogue.nothingText' : 'catalogue.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <ul className={styles.cards}>
            {items.map((course) => (
              <CourseCard key={course.id} course={course} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Page>
  );
};

const CourseCard = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={styles.card}>
      <p className={styles.code}>{course.code}</p>
      <h2 className={styles.title}>
        <Link to="/catalogue/$courseId" params={{ courseId: course.id }}>
          {textIn(course.title, language)}
        </Link>
      </h2>
      <p className={styles.summary}>{textIn(course.summary, language)}</p>
      <div className={styles.tags}>
        <Tag>{t('catalogue.hours', { hours: count(course.hours, language) })}</Tag>
        {course.languages.map((each) => (
          <Tag key={each} tone="plain">
            {languageNames[each]}
          </Tag>
        ))}
        {course.editions?.slice(0, 1).map((edition) => (
          <Tag key={edition.title} tone="good">
            {t(`public.facets.times.${edition.state}`)} · {t(`public.facets.modes.${edition.mode}`)}
          </Tag>
        ))}
      </div>
    </li>
  );
};
