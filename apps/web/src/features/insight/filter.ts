import type { BreakdownRow, DashboardView, Dimension } from '@aula/contracts';
import type { Wish } from './api.js';

/** What people may filter by with one choice each; months are two. */
export const filterMembers = [
  'country',
  'institution',
  'course',
  'edition',
  'language',
  'sex',
  'age',
] as const satisfies readonly Dimension[];

/** The filter with one member more, or without it. */
export const wishWith = (wish: Wish, name: keyof Wish, value: string | undefined): Wish => ({
  ...Object.fromEntries(Object.entries(wish).filter(([each]) => each !== name)),
  ...(value !== undefined && value !== '' && { [name]: value }),
});

/** The filter that leaves those of one value of a dimension. */
export const wishFor = (wish: Wish, by: Dimension, key: string): Wish =>
  by === 'month' ? { ...wish, from: key, to: key } : wishWith(wish, by, key);

/** The row of a value that is chosen, for its name. */
export const rowOf = (all: DashboardView | undefined, by: Dimension, key: string): Pick<BreakdownRow, 'key' | 'name'> =>
  all?.breakdowns[by].find((each) => each.key === key) ?? { key, name: null };

/** Of those examined, the share that passed; null: nobody was. */
export const passRate = ({ passed, failed }: Pick<BreakdownRow, 'passed' | 'failed'>): number | null =>
  passed + failed === 0 ? null : passed / (passed + failed);
