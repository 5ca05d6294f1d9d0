/** The institutions of the demonstration: code, name, ISO 3166-1 country, code of the one above. */
export const institutions = [
  { code: 'CO-PONAL', name: 'Policía Nacional de Colombia', country: 'CO' },
  { code: 'CO-ECSAN', name: 'Escuela de Cadetes General Santander', country: 'CO', above: 'CO-PONAL' },
  { code: 'BR-PF', name: 'Academia Nacional de Polícia', country: 'BR' },
  { code: 'CR-ANP', name: 'Academia Nacional de Policía', country: 'CR' },
  { code: 'JM-JCF', name: 'National Police College of Jamaica', country: 'JM' },
  { code: 'HT-ANP', name: 'Académie Nationale de Police', country: 'HT' },
] as const;

const names: Readonly<Record<string, { language: string; given: [string, string][]; family: string[] }>> = {
  CO: {
    language: 'es',
    given: [
      ['Lucía', 'F'],
      ['Andrés', 'M'],
      ['Valentina', 'F'],
      ['Julián', 'M'],
      ['Paola', 'F'],
    ],
    family: ['Restrepo Gómez', 'Muñoz Salazar', 'Peña Cárdenas', 'Ospina Ríos'],
  },
  BR: {
    language: 'pt',
    given: [
      ['João', 'M'],
      ['Conceição', 'F'],
      ['Rafael', 'M'],
      ['Letícia', 'F'],
      ['Caio', 'M'],
    ],
    family: ['Gonçalves Prado', 'Araújo Lima', 'Assunção Reis', 'Figueirêdo'],
  },
  CR: {
    language: 'es',
    given: [
      ['Mariana', 'F'],
      ['Esteban', 'M'],
      ['Sofía', 'F'],
      ['Óscar', 'M'],
      ['Raquel', 'F'],
    ],
    family: ['Chinchilla Mora', 'Quesada Núñez', 'Araya Solís', 'Vargas Íñiguez'],
  },
  JM: {
    language: 'en',
    given: [
      ['Shanice', 'F'],
      ['Andre', 'M'],
      ['Kadian', 'F'],
      ['Damion', 'M'],
      ['Tamara', 'F'],
    ],
    family: ['Campbell', 'Whyte-Reid', 'Gordon', 'McKenzie'],
  },
  HT: {
    language: 'fr',
    given: [
      ['Rose-Laure', 'F'],
      ['Jean-Robert', 'M'],
      ['Mirlande', 'F'],
      ['Wilson', 'M'],
      ['Nadège', 'F'],
    ],
    family: ['Désir', 'Saint-Fleur', 'Étienne', 'Joseph'],
  },
};
const ranks = ['Agente', 'Cabo', 'Sargento', 'Inspector', 'Teniente'];
const header = 'external_id,email,given_name,family_name,sex,country,institution,rank,language';

/** The named accounts: they sign in with the demonstration's password. The last one studies in `pt` to show another language. */
export const accounts = [
  {
    email: 'instructor@aula.example',
    given: 'Elena',
    family: 'Márquez Ruiz',
    sex: 'F',
    country: 'CO',
    institution: 'CO-ECSAN',
    language: 'es',
    role: 'instructor',
  },
  {
    email: 'training@aula.example',
    given: 'Mauricio',
    family: 'Solano Vega',
    sex: 'M',
    country: 'CR',
    institution: 'CR-ANP',
    language: 'es',
    role: 'training-administrator',
  },
  {
    email: 'registrar@aula.example',
    given: 'Beatriz',
    family: 'Nogueira',
    sex: 'F',
    country: 'BR',
    institution: 'BR-PF',
    language: 'pt',
    role: 'registrar',
  },
  {
    email: 'officer@aula.example',
    given: 'Daniela',
    family: 'Torres Peña',
    sex: 'F',
    country: 'CO',
    institution: 'CO-PONAL',
    language: 'es',
    role: undefined,
  },
] as const;

/** The CSV of fifty people, accounts among them, as a training administrator would import it. */
export const peopleCsv = (): string => {
  const places = institutions.filter(({ country }) => country in names);
  const others = Array.from({ length: 50 - accounts.length }, (_, index) => {
    const place = places[index % places.length]!;
    const { language, given, family } = names[place.country]!;
    const [name, sex] = given[Math.floor(index / places.length) % given.length]!;
    const surname = family[Math.floor(index / 2) % family.length]!;
    const id = `${place.country}-${String(1001 + index)}`;
    return [
      id,
      `${id.toLowerCase()}@aula.example`,
      name,
      surname,
      sex,
      place.country,
      place.code,
      ranks[index % ranks.length],
      language,
    ].join(',');
  });
  const named = accounts.map(({ email, given, family, sex, country, institution, language }, index) =>
    [`A-${index + 1}`, email, given, family, sex, country, institution, ranks[index], language].join(','),
  );
  return `${[header, ...named, ...others].join('\n')}\n`;
};
