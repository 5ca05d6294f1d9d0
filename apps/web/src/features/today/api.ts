import type {
  CompletionTotals,
  DeadDeliveryView,
  DuplicateView,
  EditionView,
  ImportView,
  JobSummary,
  MailView,
  MarkingGroupList,
  PackageView,
  Page,
  WaitingReviewView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { now } from '../../lib/clock.js';
import { http } from '../../lib/http.js';
import type { Soon } from '../../lib/soon.js';

/** How much there is; `more`: than was counted. */
export interface Amount {
  count: number;
  more: boolean;
}

const fortnight = 14 * 86_400_000;
const isRecent = (instant: string): boolean => Date.parse(instant) > now() - fortnight;

const amount = (queryKey: readonly unknown[], read: (signal: AbortSignal) => Promise<Amount>) =>
  queryOptions({ queryKey, queryFn: ({ signal }) => read(signal) });
export type AmountQuery = ReturnType<typeof amount>;

/** Counts what one page of a list holds, of those that fit: a number to act on need not be exact beyond that. */
const counted = <T>(path: string, filter: Record<string, string | number | boolean> = {}, fits: (item: T) => boolean = () => true) =>
  amount([path, 'today', filter], async (signal) => {
    const { items, next } = await http.get<Page<T>>(path, { limit: 100, ...filter }, signal);
    return { count: items.filter(fits).length, more: next !== null && items.every(fits) };
  });

export const essaysQuery = amount(['/assessment/marking-groups', 'today'], async (signal) => {
  const { items } = await http.get<MarkingGroupList>('/assessment/marking-groups', {}, signal);
  return { count: items.reduce((sum, { waiting }) => sum + waiting, 0), more: false };
});
export const reviewsQuery = counted<WaitingReviewView>('/catalog/reviews');
export const editionsQuery = (soon: Soon) => counted<EditionView>('/enrollment/editions', { soon, mine: true });
export const refusedQuery = counted<PackageView>('/content/packages', { state: 'refused' }, ({ createdAt }) => isRecent(createdAt));
export const importsQuery = counted<ImportView>(
  '/identity/imports',
  {},
  ({ state, createdAt }) => state === 'rehearsed' && isRecent(createdAt),
);
export const duplicatesQuery = counted<DuplicateView>('/identity/duplicates');
export const deliveriesQuery = counted<DeadDeliveryView>('/identity/dead-deliveries');
export const lettersQuery = counted<MailView>('/identity/mails', { state: 'dead' });
export const ordersQuery = amount(['/identity/jobs', 'today'], async (signal) => {
  const { items } = await http.get<JobSummary>('/identity/job-summary', {}, signal);
  return { count: items.reduce((sum, { dead }) => sum + dead, 0), more: false };
});
/** `month`: YYYY-MM. */
export const completionsQuery = (month: string) =>
  queryOptions({
    queryKey: ['/accreditation/completions', 'totals', { month }],
    queryFn: ({ signal }) => http.get<CompletionTotals>('/accreditation/completion-totals', { month }, signal),
  });
