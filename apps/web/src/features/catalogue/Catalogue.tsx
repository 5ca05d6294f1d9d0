import type { CourseView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import styles from './catalogue.module.css';

/** The public catalogue, with search that minds no accents. */
export const Catalogue = () => {
  const { t } = useTranslation();
  const { q } = useSearch({ from: '/catalogue' });
  const navigate = useNavigate({ from: '/catalogue' });
  const [spoken, setSpoken] = useState('');
  const list = useList<CourseView>('/catalog/courses', { q, language: spoken });
  return (
    <Page title={t('nav.catalogue')} lead={t('catalogue.lead')}>
      <div className={styles.filters}>
        <SearchField
          label={t('catalogue.search')}
          initial={q ?? ''}
          onSearch={(text) => {
            void navigate({ search: text ? { q: text } : {}, replace: true, resetScroll: false });
          }}
        />
        <NativeSelect
          label={t('catalogue.language')}
          value={spoken}
          data={[
            { value: '', label: t('catalogue.anyLanguage') },
            ...languages.map((each) => ({ value: each, label: languageNames[each] })),
          ]}
          onChange={(event) => {
            setSpoken(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconCompass size={28} />} title={t(q ? 'catalogue.nothing' : 'catalogue.empty')}>
            {t(q ? 'catalogue.nothingText' : 'catalogue.emptyText')}
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
      </div>
    </li>
  );
};
