import type { RosterColumn, RosterQuery } from '@aula/contracts';

export const states = ['active', 'completed', 'withdrawn', 'pending'] as const;
export const bands = ['none', 'under-half', 'over-half', 'all'] as const;
export const sorts = ['name', '-name', '-progress', 'progress', '-activity', 'activity'] as const;
export const dayChoices = [3, 7, 14, 30, 90] as const;
export const columns = [
  'name',
  'institution',
  'country',
  'email',
  'rank',
  'externalId',
  'language',
  'state',
  'progress',
  'missing',
  'enrolledAt',
  'activeAt',
  'completedAt',
  'deadline',
  'remindedAt',
] as const satisfies readonly RosterColumn[];
export type Column = RosterColumn;
/** What a roster shows where nobody chose. */
export const usualColumns: readonly Column[] = ['name', 'institution', 'country', 'state', 'progress', 'activeAt', 'deadline'];

/** What a roster's address says: filters as the server takes them, and which view was chosen. */
export type RosterSearch = Partial<Omit<RosterQuery, 'cursor' | 'limit' | 'missing' | 'institutionId'>> & {
  missing?: string;
  institutionId?: string;
  columns?: Column[];
  view?: string;
};

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((each) => each === value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const days = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number <= 3_650 ? number : undefined;
};

/** Reads an address; what nobody understands is left out. */
export const readRosterSearch = (search: Record<string, unknown>): RosterSearch => {
  const listed = Array.isArray(search['columns']) ? search['columns'] : [];
  const shown = columns.filter((each) => listed.includes(each));
  const read = {
    q: typeof search['q'] === 'number' ? String(search['q']) : text(search['q']),
    state: oneOf(states, search['state']),
    reached: oneOf(['enrolled'] as const, search['reached']),
    progress: oneOf(bands, search['progress']),
    missing: text(search['missing']),
    institutionId: text(search['institutionId']),
    country: text(search['country']),
    inactiveDays: days(search['inactiveDays']),
    dueDays: days(search['dueDays']),
    sort: oneOf(sorts, search['sort']),
    columns: shown.length > 0 ? shown : undefined,
    view: text(search['view']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
};

/** The filter alone, as the server takes it. */
export const filterOf = ({ sort, columns: shown, view, ...filter }: RosterSearch) => {
  void [sort, shown, view];
  return filter;
};
