import type { PersonCreate } from '@aula/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Opening } from '../../ui/Opening/Opening.js';
import { createPerson, peoplePath } from './api.js';
import { PersonForm } from './PersonForm.js';
import { emptyPerson, personOf } from './person-form.js';

/** One person by hand; many come by import. */
export const NewPerson = () => {
  const { t } = useTranslation();
  const begun = useDrafts('person.new').length > 0;
  return (
    <Opening title={t('institution.people.new')} add={t('institution.people.add')} text={t('institution.people.newText')} opened={begun}>
      <Form />
    </Opening>
  );
};

const Form = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft('person.new', emptyPerson(language));
  const create = useCreate(
    (person: PersonCreate, key) => createPerson(person, key),
    async ({ id }) => {
      draft.done();
      await client.invalidateQueries({ queryKey: [peoplePath] });
      await navigate({ to: '/institution/people/$personId', params: { personId: id } });
    },
  );
  return (
    <PersonForm
      draft={draft}
      action={t('institution.people.create')}
      busy={create.isPending}
      reason={create.error}
      onSubmit={(fields) => {
        create.mutate(personOf(fields));
      }}
    />
  );
};
