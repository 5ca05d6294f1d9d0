import type {
  Distinction,
  InstitutionChange,
  InstitutionNode,
  InstitutionView,
  MergeCreate,
  MergePreview,
  MergeView,
  Page,
  PersonCount,
  PersonView,
  SuspensionView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http, withQuery } from '../../lib/http.js';
import { institutionsPath, peoplePath } from './api.js';

/** What a list of people is narrowed to; '' and undefined mean nothing. */
export type PeopleFilter = Readonly<Partial<Record<'q' | 'institutionId' | 'country' | 'role' | 'language' | 'state', string>>>;

export const peopleCountQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: [peoplePath, 'count', filter],
    queryFn: ({ signal }) => http.get<PersonCount>('/identity/people-count', filter, signal),
  });
/** Address of the file of the filtered people. */
export const peopleFile = (filter: PeopleFilter, format: 'csv' | 'xlsx') => withQuery(`/api/identity/people.${format}`, filter);

export const suspensionsQuery = (id: string) =>
  queryOptions({
    queryKey: [peoplePath, id, 'suspensions'],
    queryFn: ({ signal }) => http.get<Page<SuspensionView>>(`${peoplePath}/${id}/suspensions`, {}, signal),
  });
export const suspend = (id: string, reason: string) => http.post<PersonView>(`${peoplePath}/${id}/suspension`, { body: { reason } });
export const reinstate = (id: string, reason: string) => http.post<PersonView>(`${peoplePath}/${id}/reinstatement`, { body: { reason } });

export const duplicatesPath = '/identity/duplicates';
export const mergesPath = '/identity/merges';
export const mergesOfQuery = (personId: string) =>
  queryOptions({
    queryKey: [mergesPath, personId],
    queryFn: ({ signal }) => http.get<Page<MergeView>>(mergesPath, { personId }, signal),
  });
export const previewQuery = (keptId: string, mergedId: string) =>
  queryOptions({
    queryKey: [mergesPath, 'preview', keptId, mergedId],
    queryFn: ({ signal }) => http.get<MergePreview>('/identity/merge-preview', { keptId, mergedId }, signal),
  });
export const merge = (wish: MergeCreate, key: string) => http.post<MergeView>(mergesPath, { body: wish, key });
export const undoMerge = (id: string) => http.post<MergeView>(`${mergesPath}/${id}/reversal`);
export const distinguish = (wish: Distinction) => http.post<undefined>(`${duplicatesPath}/distinctions`, { body: wish });

export const treeQuery = queryOptions({
  queryKey: [institutionsPath, 'tree'],
  queryFn: ({ signal }) => http.get<Page<InstitutionNode>>('/identity/institution-tree', {}, signal),
});
export const changeInstitution = (id: string, change: InstitutionChange) =>
  http.patch<InstitutionView>(`${institutionsPath}/${id}`, change);
export const closeInstitution = (id: string) => http.post<InstitutionView>(`${institutionsPath}/${id}/closure`);
export const openInstitution = (id: string) => http.post<InstitutionView>(`${institutionsPath}/${id}/opening`);
