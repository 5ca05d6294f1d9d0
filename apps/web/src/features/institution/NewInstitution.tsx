import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Opening } from '../../ui/Opening/Opening.js';
import { createInstitution, institutionsPath } from './api.js';
import { InstitutionForm, emptyInstitution } from './InstitutionForm.js';

/** Plants an institution in the tree. */
export const NewInstitution = () => {
  const { t } = useTranslation();
  const begun = useDrafts('tree.new').length > 0;
  return (
    <Opening
      title={t('institution.institutions.new')}
      add={t('institution.people.add')}
      text={t('institution.tree.newText')}
      opened={begun}
    >
      <Planting />
    </Opening>
  );
};

const Planting = () => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const draft = useDraft('tree.new', emptyInstitution);
  const create = useCreate(createInstitution, async () => {
    draft.done(emptyInstitution);
    await client.invalidateQueries({ queryKey: [institutionsPath] });
  });
  return (
    <InstitutionForm
      draft={draft}
      action={t('institution.institutions.create')}
      busy={create.isPending}
      reason={create.error}
      onSubmit={({ code, name, country, parentId }) => {
        create.mutate({ code, name, country, parentId });
      }}
    />
  );
};
