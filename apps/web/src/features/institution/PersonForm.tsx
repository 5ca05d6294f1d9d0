import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../lib/form-errors.js';
import { useLanguage } from '../../lib/i18n.js';
import { languageNames, languages, textIn } from '../../lib/local-text.js';
import { Refusal } from '../../lib/problem.js';
import type { Drafted } from '../../lib/use-draft.js';
import { openInstitutions } from '../../lib/things.js';
import { Choice } from '../../ui/Choice/Choice.js';
import { Failure } from '../../ui/Failure/Failure.js';
import { FormButtons } from '../../ui/Form/FormButtons.js';
import { TextLink } from '../../ui/Links/Links.js';
import { Restored } from '../../ui/Restored/Restored.js';
import { memberStatesQuery } from './api.js';
import styles from './institution.module.css';
import { type PersonFields, languageOf, personTexts, sexOf, sexes } from './person-form.js';

interface Props {
  draft: Drafted<PersonFields>;
  action: string;
  busy: boolean;
  reason: unknown;
  onSubmit: (fields: PersonFields) => void;
  /** Where there is something to go back to. What was typed is thrown away. */
  onCancel?: () => void;
}

/** What is known of a person. */
export const PersonForm = ({ draft, action, busy, reason, onSubmit, onCancel }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const states = useQuery(memberStatesQuery);
  const { fields } = draft;
  const errors = fieldErrors(reason);
  const set = (name: keyof PersonFields) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    draft.set({ [name]: name === 'language' ? languageOf(value) : value });
  };
  const countries = (states.data?.items ?? [])
    .map(({ country, name }) => ({ value: country, label: textIn(name, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const none = { value: '', label: t('institution.none') };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(fields);
      }}
    >
      <Restored draft={draft} />
      <div className={styles.fields}>
        {personTexts.map((name) => (
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
          label={t('institution.merge.field.sex')}
          value={fields.sex}
          error={errors['sex']}
          data={[none, ...sexes.map((each) => ({ value: each, label: t(`institution.person.sexes.${each}`) }))]}
          onChange={(event) => {
            draft.set({ sex: sexOf(event.currentTarget.value) });
          }}
        />
        <TextInput
          label={t('institution.merge.field.birthYear')}
          inputMode="numeric"
          pattern="(19|20)[0-9]{2}"
          maxLength={4}
          title={t('institution.merge.yearHint')}
          autoComplete="off"
          value={fields.birthYear}
          error={errors['birthYear']}
          onChange={set('birthYear')}
        />
        <NativeSelect
          label={t('institution.country')}
          value={fields.country}
          error={errors['country']}
          data={[none, ...countries]}
          onChange={set('country')}
        />
        <Choice
          things={openInstitutions}
          label={t('institution.institution')}
          value={fields.institutionId ?? ''}
          error={errors['institutionId']}
          none={none.label}
          onChange={(institution) => {
            draft.set({ institutionId: institution?.id ?? null });
          }}
        />
        <NativeSelect
          label={t('institution.person.language')}
          value={fields.language}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          onChange={set('language')}
        />
      </div>
      {reason !== null && <Failure reason={reason} fields={Object.keys(fields)} />}
      <Holder reason={reason} />
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

/** Who has the address or the id already, where the reader may see them. */
const Holder = ({ reason }: { reason: unknown }) => {
  const { t } = useTranslation();
  const { personId, name } = reason instanceof Refusal ? reason.problem : {};
  if (typeof personId !== 'string' || typeof name !== 'string') return null;
  return (
    <p>
      <TextLink to="/institution/people/$personId" params={{ personId }}>
        {t('institution.duplicates.holder', { name })}
      </TextLink>
    </p>
  );
};
