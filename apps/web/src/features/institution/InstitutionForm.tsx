import type { InstitutionId } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { textIn } from '../../lib/local-text.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { memberStatesQuery } from './api.js';
import { treeQuery } from './people-api.js';
import styles from './institution.module.css';
import { indented } from './tree.js';

/** What the form of an institution holds while it is being typed. */
export type InstitutionFields = Record<'code' | 'name' | 'country' | 'parentId', string>;
export const emptyInstitution: InstitutionFields = { code: '', name: '', country: '', parentId: '' };

interface Props {
  fields: InstitutionFields;
  /** The institution that is changed: it cannot come below itself. */
  id?: string;
  action: string;
  busy: boolean;
  reason: unknown;
  onSubmit: (wish: { code: string; name: string; country: string; parentId: InstitutionId | null }) => void;
}

/** What is known of an institution, and where it stands in the tree. */
export const InstitutionForm = ({ fields: initial, id, action, busy, reason, onSubmit }: Props) => {
  const { t } = useTranslation();
  const [fields, setFields] = useState(initial);
  const { data: tree } = useQuery(treeQuery);
  const open = (tree?.items ?? []).filter((each) => each.closedAt === null || each.id === initial.parentId);
  const errors = fieldErrors(reason);
  const set = (name: keyof InstitutionFields) => (event: { currentTarget: { value: string } }) => {
    setFields({ ...fields, [name]: event.currentTarget.value });
  };
  const text = (name: 'name' | 'code') => ({ value: fields[name], error: errors[name], onChange: set(name), required: true });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const parentId = open.find((each) => each.id === fields.parentId)?.id ?? null;
        onSubmit({ code: fields.code.trim(), name: fields.name.trim(), country: fields.country, parentId });
      }}
    >
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
        <NativeSelect
          label={t('institution.institutions.parent')}
          value={fields.parentId}
          error={errors['parentId']}
          data={[{ value: '', label: t('institution.institutions.noParent') }, ...indented(open, id)]}
          onChange={set('parentId')}
        />
      </div>
      {reason !== null && <Failure reason={reason} fields={Object.keys(fields)} />}
      <div>
        <Button type="submit" variant="default" loading={busy}>
          {action}
        </Button>
      </div>
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
