import type { PersonView, Role } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { instantAt, ownZone } from '../../lib/time.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft } from '../../lib/use-draft.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { addGrant, grantsPath } from './api.js';
import { type PickedScope, ScopePicker, everywhere, isComplete } from './ScopePicker.js';
import styles from './administration.module.css';

export const roles = [
  'instructor',
  'training-administrator',
  'registrar',
  'reviewer',
  'coordinator',
  'programme-manager',
  'administrator',
  'auditor',
] as const satisfies readonly Role[];

interface Fields {
  role: Role;
  scope: PickedScope;
  /** '' for good. */
  lastDay: string;
}
const nothing: Fields = { role: 'instructor', scope: everywhere, lastDay: '' };

/** Gives a person a role, everywhere or bound to one thing, for good or until a day. */
export const GrantForm = ({ personId }: { personId: PersonView['id'] }) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft<Fields>(`grant.${personId}`, nothing);
  const { role, scope, lastDay } = draft.fields;
  const give = useCreate(addGrant, () => {
    draft.done();
    return client.invalidateQueries({ queryKey: [grantsPath] });
  });
  const endsAt = lastDay ? instantAt(`${lastDay}T23:59`, ownZone()) : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const id = scope.kind === 'everything' ? null : scope.id;
        if (isComplete(scope)) give.mutate({ personId, role, scope: { kind: scope.kind, id }, ...(endsAt ? { endsAt } : {}) });
      }}
    >
      <Restored draft={draft} />
      <NativeSelect
        label={t('administration.roles.role')}
        description={t(`role.about.${role}`)}
        value={role}
        data={roles.map((each) => ({ value: each, label: t(`role.${each}`) }))}
        onChange={(event) => {
          draft.set({ role: roles.find((each) => each === event.currentTarget.value) ?? 'instructor' });
        }}
      />
      <ScopePicker
        label={t('administration.roles.scope')}
        value={scope}
        onChange={(picked) => {
          draft.set({ scope: picked });
        }}
      />
      <TextInput
        type="date"
        className={styles.short ?? ''}
        label={t('administration.rights.lastDay')}
        description={t('administration.rights.lastDayHint')}
        value={lastDay}
        error={fieldErrors(give.error)['endsAt'] && t('administration.rights.lastDayWrong')}
        onChange={(event) => {
          draft.set({ lastDay: event.currentTarget.value });
        }}
      />
      {give.isError && <Failure reason={give.error} fields={['endsAt']} />}
      {give.isSuccess && (
        <Notice tone="good" role="status">
          {t('administration.roles.given')}
        </Notice>
      )}
      <div>
        <Button type="submit" disabled={!isComplete(scope)} loading={give.isPending}>
          {t('administration.roles.give')}
        </Button>
      </div>
    </form>
  );
};
