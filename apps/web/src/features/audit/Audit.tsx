import type { AuditEntryView, PersonView } from '@aula/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withQuery } from '../../lib/http.js';
import { useList } from '../../lib/pages.js';
import { instantAt, ownZone } from '../../lib/time.js';
import { Download } from '../../ui/Download/Download.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { LoadedList } from '../../ui/Loaded/Loaded.js';
import { Page, Section } from '../../ui/Page/Page.js';
import { Rows } from '../../ui/Rows/Rows.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { entriesPath } from './api.js';
import { ChainCheck } from './ChainCheck.js';
import { EntryRow } from './EntryRow.js';
import { kinds, useAuditNames } from './names.js';
import styles from './audit.module.css';

interface Search {
  kind: string;
  actor: string;
  about: string;
  subject: string;
  from: string;
  until: string;
}
const all: Search = { kind: '', actor: '', about: '', subject: '', from: '', until: '' };

/** What was changed, by whom and when; and whether the record of it is whole. */
export const Audit = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useState(all);
  const { kind, actor, about, subject, from, until } = search;
  const filter = {
    kind,
    actor,
    subject: subject || about,
    from: from && instantAt(`${from}T00:00`, ownZone()),
    until: until && instantAt(`${until}T23:59`, ownZone()),
  };
  const list = useList<AuditEntryView>(entriesPath, filter);
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={
        <Download variant="default" href={withQuery(`/api${entriesPath}.csv`, filter)} name="changes.csv">
          {t('audit.export')}
        </Download>
      }
    >
      <ChainCheck />
      <Section title={t('audit.entries')} plain>
        <Filters search={search} onChange={setSearch} />
        <LoadedList
          list={list}
          empty={
            <Empty icon={<IconHistory size={28} />} title={t('audit.none')}>
              {t('audit.noneText')}
            </Empty>
          }
        >
          {(items) => (
            <Rows label={t('audit.entries')}>
              {items.map((entry) => (
                <EntryRow key={`${String(entry.chain)}-${String(entry.seq)}`} entry={entry} />
              ))}
            </Rows>
          )}
        </LoadedList>
      </Section>
    </Page>
  );
};

const Filters = ({ search, onChange }: { search: Search; onChange: (search: Search) => void }) => {
  const { t } = useTranslation();
  const names = useAuditNames();
  const set = (change: Partial<Search>) => {
    onChange({ ...search, ...change });
  };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={t('audit.kindLabel')}
        value={search.kind}
        data={[{ value: '', label: t('audit.anyKind') }, ...kinds.map((each) => ({ value: each, label: names.kind(each) }))]}
        onChange={(event) => {
          set({ kind: event.currentTarget.value });
        }}
      />
      <PersonChoice
        label={t('audit.actor')}
        value={search.actor}
        onPick={(actor) => {
          set({ actor });
        }}
      />
      <PersonChoice
        label={t('audit.about')}
        value={search.about}
        onPick={(about) => {
          set({ about });
        }}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={search.from}
        onChange={(event) => {
          set({ from: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={t('audit.until')}
        value={search.until}
        onChange={(event) => {
          set({ until: event.currentTarget.value });
        }}
      />
      <SearchField
        label={t('audit.subject')}
        onSearch={(subject) => {
          set({ subject });
        }}
      />
    </div>
  );
};

/** One person, looked for by name; '' for anybody. */
const PersonChoice = ({ label, value, onPick }: { label: string; value: string; onPick: (id: string) => void }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const { items } = useList<PersonView>('/identity/people', { q, limit: 20 });
  return (
    <>
      <TextInput
        type="search"
        label={t('audit.search', { label })}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={label}
        value={value}
        data={[
          { value: '', label: t('audit.anybody') },
          ...items.map((each) => ({ value: each.id, label: `${each.givenName} ${each.familyName} · ${each.email}` })),
        ]}
        onChange={(event) => {
          onPick(event.currentTarget.value);
        }}
      />
    </>
  );
};
