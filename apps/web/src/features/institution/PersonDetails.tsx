import type { PersonChange, PersonView } from '@aula/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { countryName, languageNames } from '../../lib/local-text.js';
import { useDraft, useDrafts } from '../../lib/use-draft.js';
import { Facts } from '../../ui/Facts/Facts.js';
import { Editing } from '../../ui/Opening/Editing.js';
import { changePerson, peoplePath } from './api.js';
import { PersonForm } from './PersonForm.js';
import { PersonState } from './PersonState.js';
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
  const begun = useDrafts(`person.${person.id}`).length > 0;
  return (
    <Editing
      title={t('institution.person.about')}
      edit={!person.mergedInto && t('institution.person.edit')}
      opened={begun}
      known={<Known person={person} />}
    >
      {(close) => <Change person={person} onClose={close} />}
    </Editing>
  );
};

const Change = ({ person, onClose }: { person: PersonView; onClose: () => void }) => {
  const { t } = useTranslation();
  const draft = useDraft(`person.${person.id}`, personFieldsOf(person));
  const change = useChange(person.id, () => {
    draft.done();
    onClose();
  });
  return (
    <PersonForm
      draft={draft}
      action={t('institution.person.save')}
      busy={change.isPending}
      reason={change.error}
      onSubmit={(fields) => {
        change.mutate(changeOf(fields, draft.before));
      }}
      onCancel={onClose}
    />
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
        [t('institution.merge.field.sex'), person.sex && t(`institution.person.sexes.${person.sex}`)],
        [t('institution.merge.field.birthYear'), person.birthYear],
        [t('institution.person.language'), languageNames[person.language]],
        [t('institution.person.state'), person.active ? t('institution.person.active') : <PersonState person={person} />],
      ]}
    />
  );
};
