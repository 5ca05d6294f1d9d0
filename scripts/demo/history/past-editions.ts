import type { DemoEdition } from '../editions.ts';

/** An edition that is over. */
export type PastEdition = Omit<DemoEdition, 'who'> & {
  /** Countries of its learners, of whom every `each`-th one was enrolled. */
  countries: readonly string[] | 'all';
  each?: number;
};

const andes = ['BO', 'CO', 'EC', 'PE', 'VE'];
const south = ['AR', 'BR', 'CL', 'PY', 'UY'];
const center = ['CR', 'CU', 'DO', 'GT', 'HN', 'MX', 'NI', 'PA', 'SV'];
const islands = ['AG', 'BB', 'BS', 'BZ', 'DM', 'GD', 'GY', 'JM', 'KN', 'LC', 'SR', 'TT', 'VC'];
const north = ['CA', 'US'];

const past = (
  course: string,
  title: string,
  mode: DemoEdition['mode'],
  { days: [opens, closes], ...more }: { days: [number, number] } & Pick<PastEdition, 'timeZone' | 'countries' | 'each'>,
): PastEdition => ({ course, title: `${course} · ${title}`, mode, opens, closes, ...more });

/** What was taught in the last twelve months; days from the seeding. */
export const pastEditions: readonly PastEdition[] = [
  past('DH-101', 'Bogotá, cohorte andina', 'virtual', { days: [-352, -290], timeZone: 'America/Bogota', countries: andes }),
  past('PR-201', 'Lima, taller presencial', 'on-site', {
    days: [-331, -317],
    timeZone: 'America/Lima',
    countries: ['BO', 'EC', 'PE'],
    each: 2,
  }),
  past('CI-202', 'Brasília, primeira turma', 'virtual', { days: [-318, -246], timeZone: 'America/Sao_Paulo', countries: south, each: 2 }),
  past('PC-301', 'San Salvador, cohorte centroamericana', 'blended', {
    days: [-301, -236],
    timeZone: 'America/El_Salvador',
    countries: center,
    each: 2,
  }),
  past('TU-302', 'Kingston, first cohort', 'blended', { days: [-276, -214], timeZone: 'America/Jamaica', countries: islands }),
  past('DH-101', 'Buenos Aires, cohorte del sur', 'virtual', {
    days: [-252, -186],
    timeZone: 'America/Argentina/Buenos_Aires',
    countries: south,
  }),
  past('RA-401', 'Ciudad de México, red de investigadores', 'virtual', {
    days: [-226, -152],
    timeZone: 'America/Mexico_City',
    countries: 'all',
    each: 6,
  }),
  past('CI-202', 'Ottawa, first cohort', 'virtual', { days: [-203, -141], timeZone: 'America/Toronto', countries: north }),
  past('PR-201', 'Montevideo, segunda cohorte', 'blended', {
    days: [-177, -122],
    timeZone: 'America/Montevideo',
    countries: south,
    each: 2,
  }),
  past('DH-101', 'Port-au-Prince, première session', 'virtual', {
    days: [-152, -96],
    timeZone: 'America/Port-au-Prince',
    countries: ['HT', 'CA'],
  }),
  past('PC-301', 'Quito, cohorte regional', 'virtual', { days: [-124, -62], timeZone: 'America/Guayaquil', countries: 'all', each: 5 }),
  past('CI-202', 'Panamá, segunda cohorte', 'virtual', {
    days: [-97, -36],
    timeZone: 'America/Panama',
    countries: [...center, ...andes],
    each: 2,
  }),
  past('TU-302', 'Nassau, second cohort', 'on-site', { days: [-68, -54], timeZone: 'America/Nassau', countries: islands, each: 3 }),
];
