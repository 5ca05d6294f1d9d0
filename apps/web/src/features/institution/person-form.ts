import type { Language, PersonChange, PersonCreate, PersonView } from '@aula/contracts';
import { languages } from '../../lib/local-text.js';

type Sex = NonNullable<PersonView['sex']>;
export const sexes = ['F', 'M', 'X'] as const satisfies readonly Sex[];
export const personTexts = ['givenName', 'familyName', 'email', 'rank', 'externalId'] as const;

/** What the form of a person holds while it is being typed. */
export interface PersonFields extends Record<(typeof personTexts)[number] | 'birthYear' | 'country', string> {
  sex: Sex | '';
  institutionId: PersonView['institutionId'];
  language: Language;
}

export const emptyPerson = (language: Language): PersonFields => ({
  givenName: '',
  familyName: '',
  email: '',
  rank: '',
  externalId: '',
  sex: '',
  birthYear: '',
  country: '',
  institutionId: null,
  language,
});

export const personFieldsOf = (person: PersonView): PersonFields => ({
  givenName: person.givenName,
  familyName: person.familyName,
  email: person.email,
  rank: person.rank ?? '',
  externalId: person.externalId ?? '',
  sex: person.sex ?? '',
  birthYear: person.birthYear === null ? '' : String(person.birthYear),
  country: person.country ?? '',
  institutionId: person.institutionId,
  language: person.language,
});

export const languageOf = (value: string): Language => languages.find((each) => each === value) ?? 'es';

export const sexOf = (value: string): Sex | '' => sexes.find((each) => each === value) ?? '';

/** The request for a new person: what is empty is left out. */
export const personOf = (fields: PersonFields): PersonCreate => {
  const { email, givenName, familyName, language, ...others } = valuesOf(fields);
  const { rank, externalId, sex, birthYear, country, institutionId } = others;
  return {
    ...{ email, givenName, familyName, language },
    ...(rank && { rank }),
    ...(externalId && { externalId }),
    ...(sex && { sex }),
    ...(birthYear && { birthYear }),
    ...(country && { country }),
    ...(institutionId && { institutionId }),
  };
};

/** The request that changes what was typed over, `before` being what the form began with; what is emptied is null. */
export const changeOf = (fields: PersonFields, before: PersonFields): PersonChange => {
  const former = valuesOf(before);
  return Object.fromEntries(Object.entries(valuesOf(fields)).filter(([name, value]) => value !== former[name as keyof typeof former]));
};

/** What the form says, as a request says it. */
const valuesOf = (fields: PersonFields) => {
  const orNull = (text: string) => text.trim() || null;
  return {
    email: fields.email.trim(),
    givenName: fields.givenName.trim(),
    familyName: fields.familyName.trim(),
    language: fields.language,
    rank: orNull(fields.rank),
    externalId: orNull(fields.externalId),
    sex: fields.sex === '' ? null : fields.sex,
    birthYear: fields.birthYear.trim() === '' ? null : Number(fields.birthYear),
    country: orNull(fields.country),
    institutionId: fields.institutionId,
  };
};
