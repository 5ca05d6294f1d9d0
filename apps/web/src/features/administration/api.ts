import type { GrantCreate, GrantView, JobSummary, Page, PersonView } from '@aula/contracts';
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
}
export const scopeChoiceQuery = (kind: keyof typeof scopePlaces) =>
  queryOptions({
    queryKey: [scopePlaces[kind], 'scope'],
    queryFn: ({ signal }) => http.get<Page<ScopeChoice>>(scopePlaces[kind], { limit: 200 }, signal),
  });
