import type { InstitutionId } from '@aula/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { openInstitutions } from '../../lib/things.js';
import type { Drafted } from '../../lib/use-draft.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FormButtons } from '../../ui/Form/FormButtons.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { memberStatesQuery } from './api.js';
import styles from './institution.module.css';

/** What the form of an institution holds while it is being typed. */
export interface InstitutionFields extends Record<'code' | 'name' | 'country', string> {
  parentId: InstitutionId | null;
}
export const emptyInstitution: InstitutionFields = { code: '', name: '', country: '', parentId: null };

interface Props {
  draft: Drafted<InstitutionFields>;
  /** The institution that is changed: it cannot come below itself. */
  id?: string;
  action: string;
  busy: boolean;
  reason: unknown;
  onSubmit: (wish: InstitutionFields) => void;
  /** Where there is something to go back to. What was typed is thrown away. */
  onCancel?: () => void;
}

/** What is known of an institution, and where it stands in the tree. */
export const InstitutionForm = ({ draft, id, action, busy, reason, onSubmit, onCancel }: Props) => {
  const { t } = useTranslation();
  const { fields } = draft;
  const errors = fieldErrors(reason);
  const set = (name: 'code' | 'name' | 'country') => (event: { currentTarget: { value: string } }) => {
    draft.set({ [name]: event.currentTarget.value });
  };
  const text = (name: 'name' | 'code') => ({ value: fields[name], error: errors[name], onChange: set(name), required: true });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ ...fields, code: fields.code.trim(), name: fields.name.trim() });
      }}
    >
      <Restored draft={draft} />
      <div className={styles.fields}>
        <TextInput label={t('institution.institutions.name')} {...text('name')} />
        <TextInput label={t('institution.institutions.code')} {...text('code')} />
        <NativeSelect
          label={t('institution.country')}
          required
          value={fields.country}
          error={errors['country']}
          data={useCountries()}
          onChange={set('country')}
        />
        <Choice
          things={openInstitutions}
          label={t('institution.institutions.parent')}
          value={fields.parentId ?? ''}
          error={errors['parentId']}
          none={t('institution.institutions.noParent')}
          but={id}
          onChange={(parent) => {
            draft.set({ parentId: parent?.id ?? null });
          }}
        />
      </div>
      {reason !== null && <Failure reason={reason} fields={Object.keys(fields)} />}
      <FormButtons
        action={action}
        busy={busy}
        onCancel={
          onCancel &&
          (() => {
            draft.discard();
            onCancel();
          })
        }
      />
    </form>
  );
};

const useCountries = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const states = useQuery(memberStatesQuery).data?.items ?? [];
  return [
    { value: '', label: t('institution.choose') },
    ...states
      .map(({ country, name }) => ({ value: country, label: textIn(name, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
  ];
};
