import type { EditionView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { publishedCourses } from '../../lib/things.js';
import { instantText } from '../../lib/time.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { SoonSelect } from '../../ui/EditionList/SoonSelect.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { editionsPath } from './api.js';
import styles from './institution.module.css';

const editionTones = { planned: 'calm', open: 'good', closed: 'plain' } as const;
const states = ['open', 'planned', 'closed'] as const satisfies readonly EditionView['state'][];

/** Editions: a course given once, from one day to another, to some people. */
export const Editions = () => {
  const { t } = useTranslation();
  const [filter, setFilter] = useState({ q: '', courseId: '', state: '' });
  const [soon, setSoon] = useState(useSearch({ from: '/in/institution/editions' }).soon);
  const list = useList<EditionView>(editionsPath, {
    q: filter.q,
    courseId: filter.courseId || undefined,
    state: filter.state || undefined,
    soon,
    mine: soon !== undefined,
  });
  const narrowed = soon !== undefined || Object.values(filter).some((each) => each !== '');
  const open = (
    <ButtonLink to="/institution/editions/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('institution.editions.new')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.editions')} lead={t('institution.editions.lead')} actions={open}>
      <div className={styles.filters}>
        <SearchField
          label={t('institution.editions.search')}
          onSearch={(q) => {
            setFilter((now) => ({ ...now, q }));
          }}
        />
        <Choice
          things={publishedCourses}
          label={t('institution.editions.byCourse')}
          value={filter.courseId}
          none={t('institution.any')}
          onChange={(course) => {
            setFilter((now) => ({ ...now, courseId: course?.id ?? '' }));
          }}
        />
        <NativeSelect
          label={t('institution.editions.stateLabel')}
          value={filter.state}
          data={[
            { value: '', label: t('institution.any') },
            ...states.map((state) => ({ value: state, label: t(`institution.editions.state.${state}`) })),
          ]}
          onChange={(event) => {
            const state = event.currentTarget.value;
            setFilter((now) => ({ ...now, state }));
          }}
        />
        <SoonSelect value={soon} onChange={setSoon} />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty icon={<IconCalendarEvent size={28} />} title={t(narrowed ? 'institution.editions.nothing' : 'institution.editions.empty')}>
            {t(narrowed ? 'institution.editions.nothingText' : 'institution.editions.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.editions')}>
            {items.map((edition) => (
              <EditionRow key={edition.id} edition={edition} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

const EditionRow = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/institution/editions/$editionId" params={{ editionId: edition.id }}>
          {edition.title}
        </TextLink>
      }
      text={[
        textIn(edition.courseTitle, language),
        t(`institution.editions.mode.${edition.mode}`),
        t('institution.editions.until', { instant: instantText(edition.closesAt, language, edition.timeZone) }),
      ].join(' · ')}
      aside={
        <>
          <span>{t('institution.editions.enrolled', { count: edition.enrolled, shown: count(edition.enrolled, language) })}</span>
          <Tag tone={editionTones[edition.state]}>{t(`institution.editions.state.${edition.state}`)}</Tag>
        </>
      }
    />
  );
};
