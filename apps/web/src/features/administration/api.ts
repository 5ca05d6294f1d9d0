import type {
  AcademySettingsChange,
  AcademySettingsView,
  ColorTrial,
  GrantCreate,
  GrantView,
  HealthReport,
  JobSummary,
  JobTrend,
  Page,
  PersonRightsView,
  PersonView,
  Retried,
  RightList,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const jobsPath = '/identity/jobs';
export const deliveriesPath = '/identity/dead-deliveries';
export const mailsPath = '/identity/mails';
export const grantsPath = '/identity/grants';
export const peoplePath = '/identity/people';

export const jobSummaryQuery = queryOptions({
  queryKey: [jobsPath, 'summary'],
  queryFn: ({ signal }) => http.get<JobSummary>('/identity/job-summary', {}, signal),
  refetchInterval: 5_000,
});
export const retryJob = (id: string) => http.post<unknown>(`${jobsPath}/${id}/retry`);
export const retryDelivery = ({ eventId, consumer }: { eventId: string; consumer: string }) =>
  http.post<unknown>(`${deliveriesPath}/${eventId}/${consumer}/retry`);

export const personQuery = (id: string) =>
  queryOptions({ queryKey: [peoplePath, id], queryFn: ({ signal }) => http.get<PersonView>(`${peoplePath}/${id}`, {}, signal) });
export const addGrant = (grant: GrantCreate, key: string) => http.post<GrantView>(grantsPath, { body: grant, key });
export const removeGrant = (id: string) => http.delete(`${grantsPath}/${id}`);

/** Things a role may be bound to, by kind of scope: where they are read, and how they are called. */
export const scopePlaces = {
  institution: '/identity/institutions',
  university: '/identity/institutions',
  course: '/catalog/courses',
  edition: '/enrollment/editions',
} as const;
export interface ScopeChoice {
  id: string;
  name?: string;
  title?: unknown;
  code?: string;
  /** Of an institution: what lies above it, and itself. */
  path?: string[];
}
/** Things that may be meant; `q` narrows them where there are many. */
export const scopeChoiceQuery = (kind: keyof typeof scopePlaces, q = '') =>
  queryOptions({
    queryKey: [scopePlaces[kind], 'scope', q],
    queryFn: ({ signal }) => http.get<Page<ScopeChoice>>(scopePlaces[kind], { q, limit: 200 }, signal),
    placeholderData: (before) => before,
  });

export const rightsQuery = queryOptions({
  queryKey: [grantsPath, 'rights'],
  queryFn: ({ signal }) => http.get<RightList>(`${grantsPath}/rights`, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
export const personRightsQuery = (personId: string) =>
  queryOptions({
    queryKey: [grantsPath, 'of', personId],
    queryFn: ({ signal }) => http.get<PersonRightsView>(`${grantsPath}/of/${personId}/rights`, {}, signal),
  });

export const tokensPath = '/identity/issued-tokens';
export const revokeToken = (id: string) => http.delete(`${tokensPath}/${id}`);

export const jobTrendQuery = queryOptions({
  queryKey: [jobsPath, 'trend'],
  queryFn: ({ signal }) => http.get<JobTrend>('/identity/job-trend', {}, signal),
  refetchInterval: 60_000,
});
export const cancelJob = (id: string) => http.post<unknown>(`${jobsPath}/${id}/cancellation`);
/** `''`: whichever. */
const named = (filter: Record<string, string>) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
export const retryJobs = (filter: { kind: string; subject: string }) =>
  http.post<Retried>('/identity/job-retries', { body: named(filter) });
export const retryDeliveries = (filter: { event: string; consumer: string }) =>
  http.post<Retried>('/identity/delivery-retries', { body: named(filter) });
export const retryMail = (id: string) => http.post<unknown>(`${mailsPath}/${id}/retry`);

export const healthQuery = queryOptions({
  queryKey: ['/identity/health-report'],
  queryFn: ({ signal }) => http.get<HealthReport>('/identity/health-report', {}, signal),
  refetchInterval: 15_000,
});

const settingsPath = '/identity/settings';
export const settingsQuery = queryOptions({
  queryKey: [settingsPath],
  queryFn: ({ signal }) => http.get<AcademySettingsView>(settingsPath, {}, signal),
});
export const changeSettings = (change: AcademySettingsChange) => http.patch<AcademySettingsView>(settingsPath, change);
export const sendLogo = (file: File) => {
  const form = new FormData();
  form.set('file', file);
  return http.post<AcademySettingsView>(`${settingsPath}/logo`, { form });
};
export const colorTrialQuery = (color: string) =>
  queryOptions({
    queryKey: [settingsPath, 'color', color],
    queryFn: ({ signal }) => http.get<ColorTrial>(`${settingsPath}/color-trial`, { color }, signal),
    enabled: /^#[\da-f]{6}$/.test(color),
    placeholderData: (before) => before,
  });
