import type { PersonChange, PersonView } from '@aula/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames } from '../../lib/local-text.js';
import { Confirm } from '../../ui/Confirm/Confirm.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { Section } from '../../ui/Page/Page.js';
import { changePerson, peoplePath } from './api.js';
import { PersonForm } from './PersonForm.js';
import { changeOf, personFieldsOf } from './person-form.js';

const useChange = (id: string, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: PersonChange) => changePerson(id, change),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [peoplePath] });
      onDone();
    },
  });
};

/** What is known of a person, and changing it. */
export const PersonDetails = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const change = useChange(person.id, () => {
    setEditing(false);
  });
  const toggle = (
    <Button
      variant="default"
      size="xs"
      aria-expanded={editing}
      onClick={() => {
        setEditing(!editing);
      }}
    >
      {t(editing ? 'ui.cancel' : 'institution.person.edit')}
    </Button>
  );
  return (
    <Section title={t('institution.person.about')} actions={toggle}>
      {editing ? (
        <PersonForm
          initial={personFieldsOf(person)}
          action={t('institution.person.save')}
          busy={change.isPending}
          reason={change.error}
          onSubmit={(fields, institutions) => {
            change.mutate(changeOf(fields, institutions));
          }}
        />
      ) : (
        <Known person={person} />
      )}
      {!editing && <Activity person={person} />}
    </Section>
  );
};

const Known = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Facts
      facts={[
        [t('institution.person.email'), person.email],
        [t('institution.person.rank'), person.rank],
        [t('institution.institution'), person.institution],
        [t('institution.country'), person.country && countryName(person.country, language)],
        [t('institution.person.externalId'), person.externalId],
        [t('institution.person.language'), languageNames[person.language]],
        [t('institution.person.state'), t(person.active ? 'institution.person.active' : 'institution.people.inactive')],
      ]}
    />
  );
};

/** Letting somebody in again is harmless; shutting them out ends their sessions, so it is asked. */
const Activity = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const change = useChange(person.id, () => {
    setAsked(false);
  });
  return (
    <>
      {change.isError && !asked && <Failure reason={change.error} />}
      <div>
        <Button
          variant="default"
          size="xs"
          loading={change.isPending && !asked}
          onClick={() => {
            if (person.active) setAsked(true);
            else change.mutate({ active: true });
          }}
        >
          {t(person.active ? 'institution.person.deactivate' : 'institution.person.activate')}
        </Button>
      </div>
      <Confirm
        opened={asked}
        title={t('institution.person.deactivateTitle')}
        confirm={t('institution.person.deactivate')}
        harmful
        busy={change.isPending}
        reason={change.error}
        onClose={() => {
          setAsked(false);
        }}
        onConfirm={() => {
          change.mutate({ active: false });
        }}
      >
        <p>{t('institution.person.deactivateText')}</p>
      </Confirm>
    </>
  );
};
