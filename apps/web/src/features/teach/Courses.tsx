import type { CourseView } from '@aula/contracts';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, textIn } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { coursesPath } from './api.js';

export const courseTones = { draft: 'care', published: 'good', withdrawn: 'plain' } as const;

/** The courses that a person may write. */
export const Courses = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList<CourseView>(coursesPath, { mine: true, q });
  const create = (
    <ButtonLink to="/teach/courses/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('teach.courses.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.authoring')} lead={t('teach.courses.lead')} actions={create}>
      <SearchField label={t('teach.courses.search')} onSearch={setQ} />
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconPencil size={28} />} title={t(q ? 'teach.courses.nothing' : 'teach.courses.empty')}>
            {t(q ? 'teach.courses.nothingText' : 'teach.courses.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.authoring')}>
            {items.map((each) => (
              <CourseRow key={each.id} course={each} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const CourseRow = ({ course }: { course: CourseView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/teach/courses/$courseId" params={{ courseId: course.id }}>
          {textIn(course.title, language)}
        </TextLink>
      }
      text={[course.code, course.languages.map((each) => languageNames[each]).join(', ')].join(' · ')}
      aside={
        <>
          {course.version && <span>{t('teach.courses.version', { number: course.version.number })}</span>}
          <Tag tone={courseTones[course.state]}>{t(`teach.courses.state.${course.state}`)}</Tag>
        </>
      }
    />
  );
};
