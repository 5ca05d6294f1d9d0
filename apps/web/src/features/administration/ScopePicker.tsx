import type { Scope } from '@aula/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { folded, textIn } from '../../lib/local-text.js';
import type { Texts } from '../../lib/local-text.js';
import { type ScopeChoice, scopeChoiceQuery } from './api.js';
import styles from './administration.module.css';

const kinds = ['everything', 'institution', 'course', 'edition', 'university'] as const satisfies readonly Scope['kind'][];

/** A place being picked: its kind, and which of them; '' until one is chosen. */
export interface PickedScope {
  kind: Scope['kind'];
  id: string;
}
export const everywhere: PickedScope = { kind: 'everything', id: '' };
export const isComplete = ({ kind, id }: PickedScope): boolean => kind === 'everything' || id !== '';

/** Picks where something holds: everywhere, or one thing that is looked for by name. */
export const ScopePicker = ({ label, value, onChange }: { label: string; value: PickedScope; onChange: (scope: PickedScope) => void }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={label}
        value={value.kind}
        data={kinds.map((each) => ({ value: each, label: t(`administration.scope.${each}`) }))}
        onChange={(event) => {
          onChange({ kind: kinds.find((each) => each === event.currentTarget.value) ?? 'everything', id: '' });
        }}
      />
      {value.kind !== 'everything' && (
        <Things
          key={value.kind}
          kind={value.kind}
          id={value.id}
          onPick={(id) => {
            onChange({ kind: value.kind, id });
          }}
        />
      )}
    </div>
  );
};

const Things = ({ kind, id, onPick }: { kind: Exclude<Scope['kind'], 'everything'>; id: string; onPick: (id: string) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const all = useQuery(scopeChoiceQuery(kind)).data?.items ?? [];
  const served = useQuery(scopeChoiceQuery(kind, q)).data?.items ?? [];
  const nameOf = (thing: ScopeChoice): string =>
    thing.name ??
    (typeof thing.title === 'string' ? thing.title : [thing.code, textIn(thing.title as Texts, language)].filter(Boolean).join(' · '));
  /** An institution with what lies above it. */
  const wordsOf = (thing: ScopeChoice): string =>
    [...(thing.path ?? []).slice(0, -1).map((above) => all.find((each) => each.id === above)?.name ?? '…'), nameOf(thing)].join(' › ');
  const found = served.filter((thing) => thing.id === id || folded(`${nameOf(thing)} ${thing.code ?? ''}`).includes(folded(q)));
  return (
    <>
      <TextInput
        type="search"
        label={t('administration.scope.search')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t(`administration.scope.${kind}`)}
        description={t('administration.scope.found', { count: found.length })}
        required
        value={id}
        data={[{ value: '', label: t('institution.choose') }, ...found.map((thing) => ({ value: thing.id, label: wordsOf(thing) }))]}
        onChange={(event) => {
          onPick(event.currentTarget.value);
        }}
      />
    </>
  );
};
