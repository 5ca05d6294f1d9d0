import type { PersonView } from '@aula/contracts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName } from '../../lib/local-text.js';
import { useList } from '../../lib/pages.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { ButtonLink, TextLink } from '../../ui/Links/Links.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page } from '../../ui/Page/Page.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { institutionChoiceQuery, peoplePath } from './api.js';
import { NewPerson } from './NewPerson.js';
import styles from './institution.module.css';

/** The people in sight of a training administrator. */
export const People = () => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [institutionId, setInstitution] = useState('');
  const institutions = useQuery(institutionChoiceQuery);
  const list = useList<PersonView>(peoplePath, { q, institutionId });
  const toImport = (
    <ButtonLink to="/institution/imports" variant="default">
      {t('institution.people.toImport')}
    </ButtonLink>
  );
  return (
    <Page title={t('nav.people')} lead={t('institution.people.lead')} actions={toImport}>
      <NewPerson />
      <div className={styles.filters}>
        <SearchField label={t('institution.people.search')} onSearch={setQ} />
        <NativeSelect
          label={t('institution.institution')}
          value={institutionId}
          data={[
            { value: '', label: t('institution.any') },
            ...(institutions.data?.items ?? []).map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={(event) => {
            setInstitution(event.currentTarget.value);
          }}
        />
      </div>
      <LoadedList
        list={list}
        empty={
          <Empty
            icon={<IconUsers size={28} />}
            title={t(q || institutionId ? 'institution.people.nothing' : 'institution.people.empty')}
            action={toImport}
          >
            {t(q || institutionId ? 'institution.people.nothingText' : 'institution.people.emptyText')}
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

const PersonRow = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Row
      title={
        <TextLink to="/institution/people/$personId" params={{ personId: person.id }}>
          {person.givenName} {person.familyName}
        </TextLink>
      }
      text={[person.email, person.rank, person.institution].filter(Boolean).join(' · ')}
      aside={
        <>
          {person.country && <span>{countryName(person.country, language)}</span>}
          {!person.active && <Tag tone="plain">{t('institution.people.inactive')}</Tag>}
        </>
      }
    />
  );
};
