/** Who is enrolled: everyone, an institution with all below it, or a list by country of which every `each`-th person is taken. */
export type Who = { everyone: true } | { institution: string } | { countries: readonly string[] | 'all'; each?: number };

/** An edition of a course of the demonstration; `opens` and `closes` are days from the seeding. */
export interface DemoEdition {
  course: string;
  title: string;
  mode: 'virtual' | 'on-site' | 'blended';
  opens: number;
  closes: number;
  timeZone: string;
  capacity?: number;
  who: Who;
}

/** Nobody enrolls into an edition that is closed: those that are to be found closed stay open for this minute, in days. */
const shortly = 1 / 1_440;
const year = (since: number) => ({ opens: -since, closes: 300 }) as const;
const south = ['AR', 'BO', 'BR', 'CL', 'CO', 'EC', 'PE', 'PY', 'UY'];
const center = ['CO', 'CR', 'DO', 'GT', 'HN', 'HT', 'MX', 'PA', 'SV'];
const islands = ['AG', 'BB', 'BS', 'BZ', 'DM', 'DO', 'GD', 'GY', 'HT', 'JM', 'KN', 'LC', 'SR', 'TT', 'VC'];

/** One open edition of each course; of some a closed one, or one that is still to come, in a classroom. Closed ones come last: their minute runs. */
export const editions: readonly DemoEdition[] = [
  { course: 'DH-101', title: 'DH-101 · 2026–2027', mode: 'virtual', ...year(160), timeZone: 'America/Bogota', who: { everyone: true } },
  { course: 'PR-201', title: 'PR-201 · 2026–2027', mode: 'virtual', ...year(110), timeZone: 'America/Lima', who: { countries: south } },
  {
    course: 'PC-301',
    title: 'PC-301 · 2026–2027',
    mode: 'virtual',
    ...year(130),
    timeZone: 'America/Costa_Rica',
    who: { countries: center },
  },
  {
    course: 'CI-202',
    title: 'CI-202 · 2026–2027',
    mode: 'virtual',
    ...year(85),
    timeZone: 'America/Sao_Paulo',
    capacity: 250,
    who: { countries: 'all', each: 2 },
  },
  {
    course: 'TU-302',
    title: 'TU-302 · 2026–2027',
    mode: 'blended',
    ...year(70),
    timeZone: 'America/Jamaica',
    capacity: 200,
    who: { countries: islands },
  },
  {
    course: 'RA-401',
    title: 'RA-401 · 2026–2027',
    mode: 'virtual',
    ...year(45),
    timeZone: 'America/Panama',
    capacity: 150,
    who: { countries: 'all', each: 3 },
  },
  {
    course: 'PC-301',
    title: 'PC-301 · San José, segunda cohorte',
    mode: 'blended',
    opens: 60,
    closes: 74,
    timeZone: 'America/Costa_Rica',
    capacity: 45,
    who: { institution: 'CR-FP' },
  },
  {
    course: 'RA-401',
    title: 'RA-401 · Brasília, turma presencial',
    mode: 'on-site',
    opens: 90,
    closes: 97,
    timeZone: 'America/Sao_Paulo',
    capacity: 30,
    who: { institution: 'BR-PF' },
  },
  {
    course: 'DH-101',
    title: 'DH-101 · Santiago, primera cohorte',
    mode: 'on-site',
    opens: -28,
    closes: shortly,
    timeZone: 'America/Santiago',
    capacity: 40,
    who: { institution: 'CL-CAR' },
  },
  {
    course: 'CI-202',
    title: 'CI-202 · Bridgetown, first cohort',
    mode: 'blended',
    opens: -42,
    closes: shortly,
    timeZone: 'America/Barbados',
    capacity: 20,
    who: { institution: 'BB-BPS' },
  },
];
