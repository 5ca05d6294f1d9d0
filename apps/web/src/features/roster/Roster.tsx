import type { EditionView, RosterEntryView, RosterViewView } from '@aula/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconBell, IconFileSpreadsheet, IconFileText, IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { allows } from '../../lib/rights.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink } from '../../ui/Links/Links.js';
import { Loaded, LoadedList } from '../../ui/Loaded/Loaded.js';
import { Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { fileOf, rosterPath, summaryQuery, viewsQuery } from './api.js';
import { LearnerRow } from './LearnerRow.js';
import { usePlace } from './place.js';
import { RosterFilters } from './RosterFilters.js';
import { RosterViews } from './RosterViews.js';
import { type Column, type RosterSearch, filterOf, readRosterSearch, states, usualColumns } from './search.js';
import styles from './roster.module.css';

/** What a view asks for, as an address says it. */
const searchOf = (view: RosterViewView): RosterSearch =>
  readRosterSearch({ ...view.filter, sort: view.sort, columns: view.columns, view: view.id });

/** Everybody of an edition: found, sorted, counted, taken away as a file. Without a wish of its own it opens with the reader's standard view. */
export const Roster = ({ edition }: { edition: EditionView }) => {
  const { t } = useTranslation();
  return (
    <Section title={t('institution.roster.title')} plain>
      <Loaded query={useQuery(viewsQuery)}>{({ items }) => <Looked edition={edition} views={items} />}</Loaded>
    </Section>
  );
};

const Looked = ({ edition, views }: { edition: EditionView; views: RosterViewView[] }) => {
  const place = usePlace();
  const asked = readRosterSearch(useSearch({ from: `/in${place}/$editionId` }));
  const navigate = useNavigate();
  const standard = views.find((view) => view.standard);
  const search = Object.keys(asked).length === 0 && standard ? searchOf(standard) : asked;
  const look = (next: RosterSearch) => {
    void navigate({
      to: `${place}/$editionId`,
      params: { editionId: edition.id },
      search: Object.keys(next).length === 0 && standard ? { sort: 'name' } : next,
      replace: true,
      resetScroll: false,
    });
  };
  const columns: readonly Column[] = search.columns ?? usualColumns;
  return (
    <>
      <RosterViews
        views={views}
        search={search}
        columns={columns}
        onLook={(view) => {
          look(view ? searchOf(view) : {});
        }}
      />
      <RosterFilters
        key={search.view ?? ''}
        editionId={edition.id}
        search={search}
        columns={columns}
        onChange={(change) => {
          look(readRosterSearch({ ...search, ...change }));
        }}
      />
      <Totals edition={edition} search={search} columns={columns} />
      <Learners edition={edition} search={search} columns={columns} />
    </>
  );
};

interface Shown {
  edition: EditionView;
  search: RosterSearch;
  columns: readonly Column[];
}

/** How many are found, by state, and what can be done with them. */
const Totals = ({ edition, search, columns }: Shown) => {
  const { t } = useTranslation();
  const place = usePlace();
  const language = useLanguage();
  const { data } = useQuery({ ...summaryQuery(edition.id, search), placeholderData: keepPreviousData });
  return (
    <div className={styles.totals}>
      <p role="status" className={styles.found}>
        {data && (
          <>
            <strong>{t('roster.found', { count: data.total, shown: count(data.total, language) })}</strong>
            {states.flatMap((state) => {
              const number = data.states.find((each) => each.state === state)?.count;
              return number ? [` · ${t(`institution.roster.state.${state}`)}: ${count(number, language)}`] : [];
            })}
          </>
        )}
      </p>
      <div className={styles.buttons}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Download
            key={format}
            href={fileOf(edition.id, search, columns, format)}
            size="xs"
            variant="default"
            leftSection={format === 'csv' ? <IconFileText size={16} aria-hidden /> : <IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t(`roster.file.${format}`)}
          </Download>
        ))}
        {allows(edition, 'edition.remind') && (
          <ButtonLink
            to={`${place}/$editionId/reminders`}
            params={{ editionId: edition.id }}
            search={filterOf(search)}
            size="xs"
            variant="default"
            leftSection={<IconBell size={16} aria-hidden />}
          >
            {t('roster.remindThese')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
};

const Learners = ({ edition, search, columns }: Shown) => {
  const { t } = useTranslation();
  const filter = filterOf(search);
  const filtered = Object.keys(filter).length > 0;
  const list = useList<RosterEntryView>(rosterPath(edition.id), { ...filter, sort: search.sort });
  return (
    <LoadedList
      list={list}
      empty={
        <Empty
          icon={<IconUserPlus size={28} />}
          title={t(filtered ? 'institution.people.nothing' : 'institution.roster.empty')}
          action={
            !filtered &&
            allows(edition, 'edition.enroll') && (
              <ButtonLink to="/institution/editions/$editionId/enroll" params={{ editionId: edition.id }}>
                {t('institution.editions.enroll')}
              </ButtonLink>
            )
          }
        >
          {filtered && t('roster.nothingText')}
        </Empty>
      }
    >
      {(items) => (
        <Rows label={t('institution.roster.title')}>
          {items.map((each) => (
            <LearnerRow key={each.enrollmentId} learner={each} edition={edition} columns={columns} />
          ))}
        </Rows>
      )}
    </LoadedList>
  );
};
