import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, textIn } from '../../lib/local-text.js';
import { institutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { memberStatesQuery, unitsQuery } from './api.js';
import { type Column, type RosterSearch, bands, columns as allColumns, dayChoices, filterOf, sorts, states } from './search.js';
import styles from './roster.module.css';

interface Props {
  editionId: string;
  search: RosterSearch;
  /** What is shown of each learner; absent where nobody is listed. */
  columns?: readonly Column[];
  /** Numbers of days to choose from besides the usual ones. */
  days?: readonly number[];
  onChange: (change: Record<string, unknown>) => void;
}

/** What a roster is narrowed by and sorted by. */
export const RosterFilters = ({ editionId, search, columns, days = [], onChange }: Props) => {
  const { t } = useTranslation();
  const used = Object.keys(filterOf(search)).some((name) => !['q', 'state', 'reached'].includes(name));
  const [before, setBefore] = useState(used);
  const [more, setMore] = useState(used);
  if (used !== before) {
    setBefore(used);
    if (used) setMore(true); // and it stays open when the last of them is given up: the focus is in it
  }
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    onChange({ [name]: event.currentTarget.value });
  };
  return (
    <div className={styles.form}>
      <div className={styles.filters}>
        <SearchField
          label={t('roster.search')}
          initial={search.q ?? ''}
          onSearch={(q) => {
            onChange({ q });
          }}
        />
        <NativeSelect
          label={t('institution.roster.stateLabel')}
          value={search.state ?? search.reached ?? ''}
          data={[
            { value: '', label: t('institution.any') },
            { value: 'enrolled', label: t('roster.stays') },
            ...states.map((each) => ({ value: each, label: t(`institution.roster.state.${each}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            onChange(value === 'enrolled' ? { state: '', reached: value } : { state: value, reached: '' });
          }}
        />
        {columns && (
          <NativeSelect
            label={t('roster.sortLabel')}
            value={search.sort ?? 'name'}
            data={sorts.map((each) => ({ value: each, label: t(`roster.sort.${each}`) }))}
            onChange={set('sort')}
          />
        )}
      </div>
      <details
        className={styles.details}
        open={more}
        onToggle={(event) => {
          setMore(event.currentTarget.open);
        }}
      >
        <summary>{t('roster.more')}</summary>
        <MoreFilters editionId={editionId} search={search} days={days} set={set} />
      </details>
      {columns && <Columns columns={columns} onChange={onChange} />}
    </div>
  );
};

const Columns = ({ columns, onChange }: { columns: readonly Column[]; onChange: Props['onChange'] }) => {
  const { t } = useTranslation();
  return (
    <details className={styles.details}>
      <summary>{t('roster.columns')}</summary>
      <Checkbox.Group
        aria-label={t('roster.columns')}
        value={[...columns]}
        onChange={(chosen) => {
          onChange({ columns: ['name', ...chosen] });
        }}
      >
        <div className={styles.checks}>
          {allColumns
            .filter((each) => each !== 'name')
            .map((each) => (
              <Checkbox key={each} value={each} label={t(`roster.column.${each}`)} />
            ))}
        </div>
      </Checkbox.Group>
    </details>
  );
};

interface MoreProps extends Pick<Props, 'editionId' | 'search'> {
  days: readonly number[];
  set: (name: string) => (event: { currentTarget: { value: string } }) => void;
}

const MoreFilters = ({ editionId, search, days: more, set }: MoreProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const units = useQuery(unitsQuery(editionId)).data?.items ?? [];
  const countries = useQuery(memberStatesQuery).data?.items ?? [];
  const any = { value: '', label: t('institution.any') };
  const chosen = [search.inactiveDays, search.dueDays].filter((each) => each !== undefined);
  const choices = [...new Set([...dayChoices, ...more, ...chosen])].sort((a, b) => a - b);
  const days = (key: 'roster.inactive' | 'roster.due') => [
    any,
    ...choices.map((each) => ({ value: String(each), label: t(key, { count: each }) })),
  ];
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={t('roster.progressLabel')}
        value={search.progress ?? ''}
        data={[any, ...bands.map((each) => ({ value: each, label: t(`roster.band.${each}`) }))]}
        onChange={set('progress')}
      />
      <NativeSelect
        label={t('roster.missingLabel')}
        value={search.missing ?? ''}
        data={[
          any,
          ...units.map(({ unitId, position, title }) => ({ value: unitId, label: `${String(position)}. ${textIn(title, language)}` })),
        ]}
        onChange={set('missing')}
      />
      <Choice
        things={institutions}
        label={t('institution.institution')}
        value={search.institutionId ?? ''}
        none={any.label}
        onChange={(institution) => {
          set('institutionId')({ currentTarget: { value: institution?.id ?? '' } });
        }}
      />
      <NativeSelect
        label={t('institution.country')}
        value={search.country ?? ''}
        data={[any, ...countries.map(({ country }) => ({ value: country, label: countryName(country, language) }))]}
        onChange={set('country')}
      />
      <NativeSelect
        label={t('roster.inactiveLabel')}
        value={String(search.inactiveDays ?? '')}
        data={days('roster.inactive')}
        onChange={set('inactiveDays')}
      />
      <NativeSelect label={t('roster.dueLabel')} value={String(search.dueDays ?? '')} data={days('roster.due')} onChange={set('dueDays')} />
    </div>
  );
};
