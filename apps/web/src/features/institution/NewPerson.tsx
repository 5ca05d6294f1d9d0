import type { PersonCreate } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { useCreate } from '../../lib/use-create.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Section } from '../../ui/Page/Page.js';
import { createPerson, peoplePath } from './api.js';
import { PersonForm } from './PersonForm.js';
import { emptyPerson, personOf } from './person-form.js';

/** One person by hand; many come by import. */
export const NewPerson = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(useDrafts('person.new').length > 0);
  const toggle = (
    <Button
      variant="default"
      aria-expanded={open}
      leftSection={open ? undefined : <IconPlus size={18} aria-hidden />}
      onClick={() => {
        setOpen(!open);
      }}
    >
      {t(open ? 'ui.close' : 'institution.people.add')}
    </Button>
  );
  return (
    <Section title={t('institution.people.new')} actions={toggle}>
      {open ? <Form /> : <p>{t('institution.people.newText')}</p>}
    </Section>
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
      onSubmit={(fields, institutions) => {
        create.mutate(personOf(fields, institutions));
      }}
    />
  );
};
