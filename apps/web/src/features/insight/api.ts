import type { DashboardView, InsightQuery, NumbersView, OutcomesView } from '@aula/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { now } from '../../lib/clock.js';
import { http } from '../../lib/http.js';

export const learnersPath = '/insights/learners';

/** The filter as the address has it: the members of `InsightQuery`, as texts. */
export type Wish = { [name in keyof InsightQuery]?: string };

/** Milliseconds after which numbers are behind: they are brought up to date twice a minute. */
const behindAfter = 300_000;
/** Why a page looks at the numbers again by itself; undefined: it need not. */
export type Waiting = 'uncounted' | 'nobody' | 'behind';
const paces: Readonly<Record<Waiting, number>> = { uncounted: 5_000, nobody: 30_000, behind: 60_000 };

/** `enrolled`: of all whom the reader sees, without a filter. */
export const waitingOf = (at: string | null, enrolled: number | null): Waiting | undefined => {
  if (at === null) return 'uncounted';
  if (enrolled === 0) return 'nobody';
  return now() - Date.parse(at) > behindAfter ? 'behind' : undefined;
};
const paceOf = (waiting: Waiting | undefined): number | false => (waiting ? paces[waiting] : false);

export const dashboardQuery = (wish: Wish) =>
  queryOptions({
    queryKey: ['/insights/dashboard', wish],
    queryFn: ({ signal }) => http.get<DashboardView>('/insights/dashboard', wish, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      const filtered = Object.values(wish).some((value) => value !== undefined);
      return paceOf(waitingOf(data.at, filtered ? null : data.totals.enrolled));
    },
  });

export const outcomesQuery = (wish: Wish) =>
  queryOptions({
    queryKey: ['/insights/outcomes', wish],
    queryFn: ({ signal }) => http.get<OutcomesView>('/insights/outcomes', wish, signal),
    placeholderData: keepPreviousData,
  });

export const numbersQuery = queryOptions({
  queryKey: ['/insights/numbers'],
  queryFn: ({ signal }) => http.get<NumbersView>('/insights/numbers', {}, signal),
  refetchInterval: ({ state: { data } }) => (data ? paceOf(waitingOf(data.at, null)) : false),
});
