import type { InstitutionView, Language, PersonChange, PersonCreate, PersonView } from '@aula/contracts';
import { languages } from '../../lib/local-text.js';

export const personTexts = ['givenName', 'familyName', 'email', 'rank', 'externalId'] as const;

/** What the form of a person holds while it is being typed. */
export interface PersonFields extends Record<(typeof personTexts)[number] | 'birthYear' | 'country' | 'institutionId', string> {
  language: Language;
}

export const emptyPerson = (language: Language): PersonFields => ({
  givenName: '',
  familyName: '',
  email: '',
  rank: '',
  externalId: '',
  birthYear: '',
  country: '',
  institutionId: '',
  language,
});

export const personFieldsOf = (person: PersonView): PersonFields => ({
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  rank: person.rank ?? '',
  externalId: person.externalId ?? '',
  birthYear: person.birthYear === null ? '' : String(person.birthYear),
  country: person.country ?? '',
  institutionId: person.institutionId ?? '',
  language: person.language,
});

export const languageOf = (value: string): Language => languages.find((each) => each === value) ?? 'es';

/** The request for a new person: what is empty is left out. */
export const personOf = (fields: PersonFields, institutions: readonly InstitutionView[]): PersonCreate => {
  const { rank, externalId, birthYear, country, institutionId, ...named } = changeOf(fields, institutions);
  return {
    ...named,
    ...(rank ? { rank } : {}),
    ...(externalId ? { externalId } : {}),
    ...(birthYear ? { birthYear } : {}),
    ...(country ? { country } : {}),
    ...(institutionId ? { institutionId } : {}),
  };
};

/** The request that makes a person look like the form: what is empty is emptied. */
export const changeOf = (fields: PersonFields, institutions: readonly InstitutionView[]) => {
  const orNull = (text: string) => text.trim() || null;
  return {
    email: fields.email.trim(),
    givenName: fields.givenName.trim(),
    familyName: fields.familyName.trim(),
    language: fields.language,
    rank: orNull(fields.rank),
    externalId: orNull(fields.externalId),
    birthYear: fields.birthYear.trim() === '' ? null : Number(fields.birthYear),
    country: orNull(fields.country),
    institutionId: institutions.find(({ id }) => id === fields.institutionId)?.id ?? null,
  } satisfies PersonChange;
};
