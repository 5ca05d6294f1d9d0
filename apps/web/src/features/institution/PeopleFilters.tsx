import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { institutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { memberStatesQuery } from './api.js';
import { filterOf, roles, states } from './people-filter.js';
import type { PeopleFilter } from './people-api.js';
import styles from './people.module.css';

/** What the list of people is narrowed to. On a phone all but the search is folded away until it is wanted. */
export const PeopleFilters = ({ filter }: { filter: PeopleFilter }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [cleared, setCleared] = useState(0);
  const { q, ...others } = filter;
  const used = Object.keys(others).length;
  const set = (change: PeopleFilter) => {
    void navigate({ to: '/institution/people', search: filterOf({ ...filter, ...change }), replace: true, resetScroll: false });
  };
  return (
    <div className={styles.filters}>
      <SearchField
        key={cleared}
        label={t('institution.people.search')}
        initial={q ?? ''}
        onSearch={(text) => {
          set({ q: text });
        }}
      />
      <details open={used > 0 || undefined} className={styles.fold}>
        <summary>{used > 0 ? t('institution.filter.used', { count: used }) : t('institution.filter.title')}</summary>
        <Choices filter={others} onSet={set} />
        {(used > 0 || q) && (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              setCleared(cleared + 1);
              void navigate({ to: '/institution/people', search: {}, replace: true, resetScroll: false });
            }}
          >
            {t('institution.filter.clear')}
          </Button>
        )}
      </details>
    </div>
  );
};

const Choices = ({ filter, onSet }: { filter: PeopleFilter; onSet: (change: PeopleFilter) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const countries = useQuery(memberStatesQuery).data?.items ?? [];
  const any = { value: '', label: t('institution.filter.any') };
  const choices = {
    country: countries
      .map(({ country, name }) => ({ value: country, label: textIn(name, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    role: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
    language: languages.map((each) => ({ value: each, label: languageNames[each] })),
    state: states.map((state) => ({ value: state, label: t(`institution.filter.state.${state}`) })),
  };
  const names = ['country', 'role', 'language', 'state'] as const;
  return (
    <div className={styles.choices}>
      <Choice
        things={institutions}
        label={t('institution.filter.by.institutionId')}
        value={filter.institutionId ?? ''}
        none={any.label}
        onChange={(institution) => {
          onSet({ institutionId: institution?.id ?? '' });
        }}
      />
      {names.map((name) => (
        <NativeSelect
          key={name}
          label={t(`institution.filter.by.${name}`)}
          value={filter[name] ?? ''}
          data={[any, ...choices[name]]}
          onChange={(event) => {
            onSet({ [name]: event.currentTarget.value });
          }}
        />
      ))}
    </div>
  );
};
