import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { Opening } from '../../ui/Opening/Opening.js';
import { createInstitution, institutionsPath } from './api.js';
import { InstitutionForm, emptyInstitution } from './InstitutionForm.js';

/** Plants an institution in the tree. */
export const NewInstitution = () => {
  const { t } = useTranslation();
  return (
    <Opening title={t('institution.institutions.new')} add={t('institution.people.add')} text={t('institution.tree.newText')}>
      <Planting />
    </Opening>
  );
};

const Planting = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [made, setMade] = useState(0);
  const create = useCreate(createInstitution, async () => {
    setMade(made + 1);
    await client.invalidateQueries({ queryKey: [institutionsPath] });
  });
  return (
    <InstitutionForm
      key={made}
      fields={emptyInstitution}
      action={t('institution.institutions.create')}
      busy={create.isPending}
      reason={create.error}
      onSubmit={({ code, name, country, parentId }) => {
        create.mutate({ code, name, country, parentId });
      }}
    />
  );
};
