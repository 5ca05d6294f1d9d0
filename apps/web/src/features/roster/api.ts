import type {
  EditionChange,
  EditionView,
  EnrollRequest,
  EnrollmentBatchView,
  EnrollmentListChecked,
  EnrollmentRehearsed,
  EnrollmentRule,
  EnrollmentView,
  LocalText,
  MemberStateView,
  MissingUnitView,
  Page,
  ReminderDefaults,
  ReminderPreview,
  ReminderView,
  RosterSummary,
  RosterUnit,
  RosterViewPut,
  RosterViewView,
  StandingRuleView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http, withQuery } from '../../lib/http.js';
import { type Column, type RosterSearch, filterOf } from './search.js';

export const peoplePath = '/identity/people';
export const editionsPath = '/enrollment/editions';
export const enrollmentsPath = '/enrollment/enrollments';
const viewsPath = '/enrollment/roster-views';
const forLong = { staleTime: Number.POSITIVE_INFINITY };

export const editionQuery = (id: string) =>
  queryOptions({ queryKey: [editionsPath, id], queryFn: ({ signal }) => http.get<EditionView>(`${editionsPath}/${id}`, {}, signal) });
export const changeEdition = (id: string, change: EditionChange) => http.patch<EditionView>(`${editionsPath}/${id}`, change);
export const closeEdition = (id: string) => http.post<EditionView>(`${editionsPath}/${id}/closure`);

export const memberStatesQuery = queryOptions({
  queryKey: ['/identity/member-states'],
  queryFn: ({ signal }) => http.get<Page<MemberStateView>>('/identity/member-states', { limit: 200 }, signal),
  ...forLong,
});

export const rosterPath = (editionId: string): string => `${editionsPath}/${editionId}/roster`;
export const unitsQuery = (editionId: string) =>
  queryOptions({
    queryKey: [rosterPath(editionId), 'units'],
    queryFn: ({ signal }) => http.get<Page<RosterUnit>>(`${editionsPath}/${editionId}/roster-units`, {}, signal),
    ...forLong,
  });
export const summaryQuery = (editionId: string, search: RosterSearch) =>
  queryOptions({
    queryKey: [rosterPath(editionId), 'summary', filterOf(search)],
    queryFn: ({ signal }) => http.get<RosterSummary>(`${editionsPath}/${editionId}/roster-summary`, filterOf(search), signal),
  });
export const fileOf = (editionId: string, search: RosterSearch, columns: readonly Column[], format: 'csv' | 'xlsx'): string =>
  `/api${withQuery(`${rosterPath(editionId)}.${format}`, { ...filterOf(search), sort: search.sort, columns: columns.join(',') })}`;

export const viewsQuery = queryOptions({
  queryKey: [viewsPath],
  queryFn: ({ signal }) => http.get<Page<RosterViewView>>(viewsPath, {}, signal),
});
export const createView = (view: RosterViewPut, key: string) => http.post<{ id: string }>(viewsPath, { body: view, key });
export const changeView = (id: string, view: RosterViewPut) => http.put<{ id: string }>(`${viewsPath}/${id}`, view);
export const removeView = (id: string) => http.delete(`${viewsPath}/${id}`);
export const setStandard = (viewId: string | null) => http.put<undefined>('/enrollment/standard-roster-view', { viewId });

export const enrollmentQuery = (id: string) =>
  queryOptions({
    queryKey: [enrollmentsPath, id],
    queryFn: ({ signal }) => http.get<EnrollmentView>(`${enrollmentsPath}/${id}`, {}, signal),
  });
export const missingQuery = (id: string) =>
  queryOptions({
    queryKey: [enrollmentsPath, id, 'missing'],
    queryFn: ({ signal }) => http.get<Page<MissingUnitView>>(`${enrollmentsPath}/${id}/missing-units`, {}, signal),
  });
export const withdraw = (id: string, reason: string) =>
  http.post<EnrollmentView>(`${enrollmentsPath}/${id}/withdrawal`, { body: { reason } });
export const reinstate = (id: string) => http.post<EnrollmentView>(`${enrollmentsPath}/${id}/reinstatement`);
export const setDeadline = (id: string, deadline: string | null) =>
  http.put<EnrollmentView>(`${enrollmentsPath}/${id}/deadline`, { deadline });

export type Wish = { filter: ReturnType<typeof filterOf>; note: LocalText | Record<string, never> };
export const previewReminder = (editionId: string, wish: Wish) =>
  http.post<ReminderPreview>(`${editionsPath}/${editionId}/reminder-previews`, { body: wish });
export const sendReminder = (editionId: string, wish: Wish, key: string) =>
  http.post<{ id: string }>(`${editionsPath}/${editionId}/reminders`, { body: wish, key });
/** What a reminder starts with, by the academy's settings. */
export const reminderDefaultsQuery = (editionId: string) =>
  queryOptions({
    queryKey: [`${editionsPath}/${editionId}/reminder-defaults`],
    queryFn: ({ signal }) => http.get<ReminderDefaults>(`${editionsPath}/${editionId}/reminder-defaults`, {}, signal),
  });
export const remindersPath = (editionId: string): string => `${editionsPath}/${editionId}/reminders`;
export const remindersQuery = (editionId: string) =>
  queryOptions({
    queryKey: [remindersPath(editionId)],
    queryFn: ({ signal }) => http.get<Page<ReminderView>>(remindersPath(editionId), {}, signal),
    refetchInterval: ({ state }) => (state.data?.items.some((each) => each.state === 'queued' || each.state === 'running') ? 1_000 : false),
  });

export const enroll = (editionId: string, wish: EnrollRequest, key: string) =>
  http.post<{ batchId: string }>(`${editionsPath}/${editionId}/enrollments`, { body: wish, key });
const batchesPath = '/enrollment/enrollment-batches';
const underWay = ({ state, reversal }: EnrollmentBatchView): boolean =>
  [state, reversal?.state].some((each) => each === 'queued' || each === 'running');
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: [batchesPath, id],
    queryFn: ({ signal }) => http.get<EnrollmentBatchView>(`${batchesPath}/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && !underWay(state.data) ? false : 1_000),
  });
export const batchesOf = (editionId: string): string => `${editionsPath}/${editionId}/enrollment-batches`;
export const paceOfBatches = (items: readonly EnrollmentBatchView[]): number | false => (items.some(underWay) ? 1_000 : false);
export const reverseBatch = (id: string) => http.post<EnrollmentBatchView>(`${batchesPath}/${id}/reversal`);
export const checkList = (editionId: string, rows: readonly string[]) =>
  http.post<EnrollmentListChecked>(`${editionsPath}/${editionId}/enrollment-lists`, { body: { rows } });

export const rehearseRule = (editionId: string, rule: EnrollmentRule) =>
  http.post<EnrollmentRehearsed>(`${editionsPath}/${editionId}/enrollment-rehearsals`, { body: { rule } });
const rulesPath = (editionId: string): string => `${editionsPath}/${editionId}/standing-rules`;
export const rulesQuery = (editionId: string) =>
  queryOptions({
    queryKey: [rulesPath(editionId)],
    queryFn: ({ signal }) => http.get<Page<StandingRuleView>>(rulesPath(editionId), {}, signal),
  });
export const keepRule = (editionId: string, rule: EnrollmentRule, key: string) =>
  http.post<{ id: string }>(rulesPath(editionId), { body: { rule }, key });
/** Whom a rule would enroll now, within the reader's own reach. */
export const rehearsalQuery = (editionId: string, rule: EnrollmentRule) =>
  queryOptions({ queryKey: [rulesPath(editionId), 'rehearsal', rule], queryFn: () => rehearseRule(editionId, rule) });
export const takeOverRule = (id: string) => http.post<undefined>(`/enrollment/standing-rules/${id}/takeover`);
export const stopRule = (id: string) => http.delete(`/enrollment/standing-rules/${id}`);
