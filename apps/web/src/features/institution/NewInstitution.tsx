import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '../../lib/use-create.js';
import { Section } from '../../ui/Page/Page.js';
import { createInstitution, institutionsPath } from './api.js';
import { InstitutionForm, emptyInstitution } from './InstitutionForm.js';

/** Plants an institution in the tree. */
export const NewInstitution = () => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
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
    <Section title={t('institution.institutions.new')} actions={toggle}>
      {open ? <Planting /> : <p>{t('institution.tree.newText')}</p>}
    </Section>
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
