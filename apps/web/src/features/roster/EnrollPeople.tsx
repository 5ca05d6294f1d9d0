import type { EnrollRequest, PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { peoplePath } from './api.js';
import styles from './roster.module.css';

const nameOf = (person: PersonView): string => `${person.givenName} ${person.familyName}`;

/** A list of people, gathered by search and by pasted addresses. */
export const EnrollPeople = ({ busy, onEnroll }: { busy: boolean; onEnroll: (wish: EnrollRequest) => void }) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<PersonView[]>([]);
  const add = (people: readonly PersonView[]) => {
    setChosen((before) => [...before, ...people.filter(({ id }) => !before.some((each) => each.id === id))]);
  };
  return (
    <div className={styles.form}>
      <Search
        chosen={chosen}
        onAdd={(person) => {
          add([person]);
        }}
      />
      {chosen.length > 0 && (
        <Rows label={t('institution.enroll.chosen')}>
          {chosen.map((person) => (
            <Row
              key={person.id}
              title={nameOf(person)}
              text={person.email}
              actions={
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('institution.enroll.dropNamed', { name: nameOf(person) })}
                  onClick={() => {
                    setChosen(chosen.filter(({ id }) => id !== person.id));
                  }}
                >
                  {t('institution.enroll.drop')}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
      <div>
        <Button
          disabled={chosen.length === 0}
          loading={busy}
          onClick={() => {
            onEnroll({ personIds: chosen.map(({ id }) => id) });
          }}
        >
          {chosen.length === 0 ? t('institution.enroll.noPeople') : t('institution.enroll.people', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
};

const Search = ({ chosen, onAdd }: { chosen: readonly PersonView[]; onAdd: (person: PersonView) => void }) => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  return (
    <>
      <SearchField label={t('institution.people.search')} onSearch={setQ} />
      {q !== '' && <Found q={q} chosen={chosen} onAdd={onAdd} />}
    </>
  );
};

const Found = ({ q, chosen, onAdd }: { q: string; chosen: readonly PersonView[]; onAdd: (person: PersonView) => void }) => {
  const { t } = useTranslation();
  const list = useList<PersonView>(peoplePath, { q, limit: 10 });
  return (
    <LoadedList list={list} empty={<p role="status">{t('institution.people.nothing')}</p>}>
      {(items) => (
        <Rows label={t('institution.enroll.found')}>
          {items.map((person) => (
            <Row
              key={person.id}
              title={nameOf(person)}
              text={[person.email, person.institution].filter(Boolean).join(' · ')}
              actions={
                <Button
                  size="xs"
                  variant="default"
                  disabled={chosen.some(({ id }) => id === person.id)}
                  aria-label={t('institution.enroll.addNamed', { name: nameOf(person) })}
                  onClick={() => {
                    onAdd(person);
                  }}
                >
                  {t('institution.enroll.add')}
                </Button>
              }
            />
          ))}
        </Rows>
      )}
    </LoadedList>
  );
};
