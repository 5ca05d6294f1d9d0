/**
 * The named accounts: they sign in with the demonstration's password. The platform administrator, who is there before all others,
 * is not among them.
 */
export const accounts = [
  {
    email: 'instructor@aula.example',
    given: 'Elena',
    family: 'Márquez Ruiz',
    sex: 'F',
    country: 'CO',
    institution: 'CO-ECSAN',
    rank: 'Capitana',
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
    rank: 'Comisionado',
    language: 'es',
    role: 'training-administrator',
  },
  {
    email: 'registrar@aula.example',
    given: 'Beatriz',
    family: 'Nogueira',
    sex: 'F',
    country: 'BR',
    institution: 'BR-USC',
    rank: 'Professora',
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
    rank: 'Subintendente',
    language: 'es',
    role: undefined,
  },
] as const;

/** Likewise those who read and follow the work of others; they take no course, and come after everybody was enrolled. */
export const followers = [
  { email: 'auditor@aula.example', givenName: 'Noa', familyName: 'Rey', country: 'US', language: 'en', role: 'auditor' },
  { email: 'reviewer@aula.example', givenName: 'Henrique', familyName: 'Sampaio', country: 'BR', language: 'pt', role: 'reviewer' },
  { email: 'coordinator@aula.example', givenName: 'Lucía', familyName: 'Ferrer Soto', country: 'MX', language: 'es', role: 'coordinator' },
  { email: 'programmes@aula.example', givenName: 'Claire', familyName: 'Joseph', country: 'HT', language: 'fr', role: 'programme-manager' },
] as const;
