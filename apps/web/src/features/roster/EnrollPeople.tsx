import type { PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../lib/pages.js';
import { useDraft } from '../../lib/use-draft.js';
import { Row, Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { peoplePath } from './api.js';
import { type WayProps, enrollDraft } from './ways.js';
import styles from './roster.module.css';

type Chosen = Pick<PersonView, 'id' | 'givenName' | 'familyName' | 'email'>;
const nameOf = (person: Chosen): string => `${person.givenName} ${person.familyName}`;

/** Some people, gathered by search. */
export const EnrollPeople = ({ editionId, busy, onEnroll }: WayProps) => {
  const { t } = useTranslation();
  const draft = useDraft<{ chosen: Chosen[] }>(enrollDraft('people', editionId), { chosen: [] });
  const { chosen } = draft.fields;
  return (
    <div className={styles.form}>
      <Restored draft={draft} />
      <Search
        chosen={chosen}
        onAdd={({ id, givenName, familyName, email }) => {
          draft.set((now) => ({ chosen: [...now.chosen.filter((each) => each.id !== id), { id, givenName, familyName, email }] }));
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
                    draft.set({ chosen: chosen.filter(({ id }) => id !== person.id) });
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
            onEnroll({ personIds: chosen.map(({ id }) => id) }, draft.done);
          }}
        >
          {chosen.length === 0 ? t('institution.enroll.noPeople') : t('institution.enroll.people', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
};

const Search = ({ chosen, onAdd }: { chosen: readonly Chosen[]; onAdd: (person: PersonView) => void }) => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  return (
    <>
      <SearchField label={t('institution.people.search')} onSearch={setQ} />
      {q !== '' && <Found q={q} chosen={chosen} onAdd={onAdd} />}
    </>
  );
};

const Found = ({ q, chosen, onAdd }: { q: string; chosen: readonly Chosen[]; onAdd: (person: PersonView) => void }) => {
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
