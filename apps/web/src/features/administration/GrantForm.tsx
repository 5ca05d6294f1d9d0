import type { GrantCreate, PersonView, Role } from '@aula/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useCreate } from '../../lib/use-create.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { addGrant, grantsPath, scopeChoiceQuery } from './api.js';
import { nameOf } from './ScopeName.js';
import styles from './administration.module.css';

const roles = [
  'instructor',
  'training-administrator',
  'registrar',
  'reviewer',
  'coordinator',
  'programme-manager',
  'administrator',
  'auditor',
] as const satisfies readonly Role[];
const kinds = ['everything', 'institution', 'course', 'edition', 'university'] as const satisfies readonly GrantCreate['scope']['kind'][];
type Kind = (typeof kinds)[number];

/** Gives a person a role, everywhere or bound to one thing. */
export const GrantForm = ({ personId }: { personId: PersonView['id'] }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('instructor');
  const [kind, setKind] = useState<Kind>('everything');
  const [id, setId] = useState('');
  const give = useCreate(addGrant, () => client.invalidateQueries({ queryKey: [grantsPath] }));
  const complete = kind === 'everything' || id !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) give.mutate({ personId, role, scope: { kind, id: kind === 'everything' ? null : id } });
      }}
    >
      <NativeSelect
        label={t('administration.roles.role')}
        description={t(`role.about.${role}`)}
        value={role}
        data={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
        onChange={(event) => {
          setRole(roles.find((each) => each === event.currentTarget.value) ?? 'instructor');
        }}
      />
      <NativeSelect
        label={t('administration.roles.scope')}
        value={kind}
        data={kinds.map((each) => ({ value: each, label: t(`administration.scope.${each}`) }))}
        onChange={(event) => {
          setKind(kinds.find((each) => each === event.currentTarget.value) ?? 'everything');
          setId('');
        }}
      />
      {kind !== 'everything' && <ScopeField kind={kind} value={id} onChange={setId} />}
      {give.isError && <Failure reason={give.error} />}
      {give.isSuccess && (
        <Notice tone="good" role="status">
          {t('administration.roles.given')}
        </Notice>
      )}
      <div>
        <Button type="submit" disabled={!complete} loading={give.isPending}>
          {t('administration.roles.give')}
        </Button>
      </div>
    </form>
  );
};

const ScopeField = ({ kind, value, onChange }: { kind: Exclude<Kind, 'everything'>; value: string; onChange: (id: string) => void }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery(scopeChoiceQuery(kind));
  return (
    <NativeSelect
      label={t(`administration.scope.${kind}`)}
      required
      value={value}
      data={[
        { value: '', label: t('institution.choose') },
        ...(data?.items ?? []).map((each) => ({ value: each.id, label: nameOf(each, language) })),
      ]}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
};
