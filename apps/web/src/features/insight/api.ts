import type { DashboardView, InsightQuery, NumbersView } from '@aula/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const learnersPath = '/insights/learners';

/** The filter as the address has it: the members of `InsightQuery`, as texts. */
export type Wish = { [name in keyof InsightQuery]?: string };

export const dashboardQuery = (wish: Wish) =>
  queryOptions({
    queryKey: ['/insights/dashboard', wish],
    queryFn: ({ signal }) => http.get<DashboardView>('/insights/dashboard', wish, signal),
    placeholderData: keepPreviousData,
  });

export const numbersQuery = queryOptions({
  queryKey: ['/insights/numbers'],
  queryFn: ({ signal }) => http.get<NumbersView>('/insights/numbers', {}, signal),
});
