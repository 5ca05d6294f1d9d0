import type { PersonCreate } from '@aula/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { useCreate } from '../../lib/use-create.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { createPerson, institutionChoiceQuery, memberStatesQuery, peoplePath } from './api.js';
import styles from './institution.module.css';

const texts = ['givenName', 'familyName', 'email', 'rank', 'externalId'] as const;
type Fields = Record<(typeof texts)[number] | 'country' | 'institutionId' | 'language', string>;

/** Without what was left empty. */
const filled = (fields: Fields): PersonCreate =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : []))) as PersonCreate;

/** One person by hand; many come by import. */
export const PersonForm = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const states = useQuery(memberStatesQuery);
  const institutions = useQuery(institutionChoiceQuery);
  const [fields, setFields] = useState<Fields>({
    givenName: '',
    familyName: '',
    email: '',
    rank: '',
    externalId: '',
    country: '',
    institutionId: '',
    language,
  });
  const create = useCreate(createPerson, async ({ id }) => {
    await client.invalidateQueries({ queryKey: [peoplePath] });
    await navigate({ to: '/institution/people/$personId', params: { personId: id } });
  });
  const errors = fieldErrors(create.error);
  const set = (name: keyof Fields) => (event: { currentTarget: { value: string } }) => {
    setFields({ ...fields, [name]: event.currentTarget.value });
  };
  const countries = (states.data?.items ?? [])
    .map(({ country, name }) => ({ value: country, label: textIn(name, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const choice = { value: '', label: t('institution.none') };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(filled(fields));
      }}
    >
      <div className={styles.fields}>
        {texts.map((name) => (
          <TextInput
            key={name}
            label={t(`institution.person.${name}`)}
            type={name === 'email' ? 'email' : 'text'}
            required={name === 'givenName' || name === 'familyName' || name === 'email'}
            autoComplete="off"
            value={fields[name]}
            error={errors[name]}
            onChange={set(name)}
          />
        ))}
        <NativeSelect
          label={t('institution.country')}
          value={fields.country}
          error={errors['country']}
          data={[choice, ...countries]}
          onChange={set('country')}
        />
        <NativeSelect
          label={t('institution.institution')}
          value={fields.institutionId}
          error={errors['institutionId']}
          data={[choice, ...(institutions.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))]}
          onChange={set('institutionId')}
        />
        <NativeSelect
          label={t('institution.person.language')}
          value={fields.language}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChange={set('language')}
        />
      </div>
      {create.isError && <Failure reason={create.error} fields={Object.keys(fields)} />}
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('institution.people.create')}
        </Button>
      </div>
    </form>
  );
};
