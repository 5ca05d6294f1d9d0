import type { PersonView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { count } from '../../lib/number.js';
import { useList } from '../../lib/pages.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { peoplePath } from './api.js';
import { NewPerson } from './NewPerson.js';
import { type PeopleFilter, peopleCountQuery, peopleFile } from './people-api.js';
import { PeopleFilters } from './PeopleFilters.js';
import { PersonState } from './PersonState.js';
import styles from './people.module.css';

/** The people in sight of a training administrator; what they are narrowed to stands in the address. */
export const People = () => {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/in/institution/people' });
  const list = useList<PersonView>(peoplePath, filter);
  const narrowed = Object.keys(filter).length > 0;
  const toImport = (
    <ButtonLink to="/institution/imports" variant="default">
      {t('institution.people.toImport')}
    </ButtonLink>
  );
  const actions = (
    <>
      <ButtonLink to="/institution/duplicates" variant="default">
        {t('institution.duplicates.title')}
      </ButtonLink>
      {toImport}
    </>
  );
  return (
    <Page title={t('nav.people')} lead={t('institution.people.lead')} actions={actions}>
      <NewPerson />
      <PeopleFilters filter={filter} />
      {list.items.length > 0 && <Sum filter={filter} />}
      <LoadedList
        list={list}
        empty={
          <Empty
            icon={<IconUsers size={28} />}
            title={t(narrowed ? 'institution.people.nothing' : 'institution.people.empty')}
            action={toImport}
          >
            {t(narrowed ? 'institution.filter.nothingText' : 'institution.people.emptyText')}
          </Empty>
        }
      >
        {(items) => (
          <Rows label={t('nav.people')}>
            {items.map((person) => (
              <PersonRow key={person.id} person={person} />
            ))}
          </Rows>
        )}
      </LoadedList>
    </Page>
  );
};

/** How many there are, and all of them as a file. */
const Sum = ({ filter }: { filter: PeopleFilter }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery({ ...peopleCountQuery(filter), placeholderData: (before) => before });
  return (
    <div className={styles.sum}>
      <p role="status">
        {data &&
          (data.more
            ? t('institution.filter.moreThan', { shown: count(data.count, language) })
            : t('institution.filter.count', { count: data.count, shown: count(data.count, language) }))}
      </p>
      <div className={styles.buttons}>
        {(['csv', 'xlsx'] as const).map((format) => (
          <Download key={format} href={peopleFile(filter, format)} variant="default" size="xs">
            {t(`institution.filter.${format}`)}
          </Download>
        ))}
      </div>
    </div>
  );
};

const PersonRow = ({ person }: { person: PersonView }) => {
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/institution/people/$personId" params={{ personId: person.id }}>
          {person.familyName}, {person.givenName}
        </TextLink>
      }
      text={[person.email, person.externalId, person.rank, person.institution].filter(Boolean).join(' · ')}
      aside={
        <>
          {person.country && <span>{countryName(person.country, language)}</span>}
          <PersonState person={person} />
        </>
      }
    />
  );
};
