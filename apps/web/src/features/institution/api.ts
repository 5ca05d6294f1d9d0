import type {
  CourseView,
  EditionCreate,
  EditionView,
  EnrollRequest,
  EnrollmentBatchView,
  ImportView,
  InstitutionCreate,
  InstitutionView,
  MemberStateView,
  Page,
  PasswordSet,
  PersonChange,
  PersonCreate,
  PersonView,
  Withdrawal,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { type Upload, upload } from '../../lib/upload.js';

export const peoplePath = '/identity/people';
export const importsPath = '/identity/imports';
export const institutionsPath = '/identity/institutions';
export const editionsPath = '/enrollment/editions';
export const enrollmentsPath = '/enrollment/enrollments';

interface Made {
  id: string;
}

export const personQuery = (id: string) =>
  queryOptions({ queryKey: [peoplePath, id], queryFn: ({ signal }) => http.get<PersonView>(`${peoplePath}/${id}`, {}, signal) });
export const createPerson = (person: PersonCreate, key: string) => http.post<Made>(peoplePath, { body: person, key });
export const changePerson = (id: string, change: PersonChange) => http.patch<PersonView>(`${peoplePath}/${id}`, change);
export const invite = (id: string) => http.post<undefined>(`${peoplePath}/${id}/invitation`);
export const setPassword = (id: string, password: PasswordSet) => http.put<undefined>(`${peoplePath}/${id}/password`, password);
export const resetSecondFactor = (id: string) => http.delete(`${peoplePath}/${id}/second-factor`);
/** The person with this address; undefined when there is none in sight. */
export const personByEmail = async (email: string, signal?: AbortSignal): Promise<PersonView | undefined> =>
  (await http.get<Page<PersonView>>(peoplePath, { email, limit: 1 }, signal)).items[0];

export const memberStatesQuery = queryOptions({
  queryKey: ['/identity/member-states'],
  queryFn: ({ signal }) => http.get<Page<MemberStateView>>('/identity/member-states', { limit: 200 }, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
/** Institutions for a choice, root first. */
export const institutionChoiceQuery = queryOptions({
  queryKey: [institutionsPath, 'some'],
  queryFn: ({ signal }) => http.get<Page<InstitutionView>>(institutionsPath, { limit: 200 }, signal),
});
export const createInstitution = (institution: InstitutionCreate, key: string) =>
  http.post<Made>(institutionsPath, { body: institution, key });

const resting = ['rehearsed', 'applied', 'reversed', 'failed'];
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [importsPath, id],
    queryFn: ({ signal }) => http.get<ImportView>(`${importsPath}/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && resting.includes(state.data.state) ? false : 1_000),
  });
export const sendImport = (file: Upload) => upload<Made>(importsPath, { ...file, fields: { mode: 'rehearse' } });
export const applyImport = (id: string) => http.post<unknown>(`${importsPath}/${id}/application`);
export const reverseImport = (id: string) => http.post<unknown>(`${importsPath}/${id}/reversal`);

export const publishedCoursesQuery = (q: string) =>
  queryOptions({
    queryKey: ['/catalog/courses', 'published', q],
    queryFn: ({ signal }) => http.get<Page<CourseView>>('/catalog/courses', { q, limit: 200 }, signal),
  });
export const editionQuery = (id: string) =>
  queryOptions({ queryKey: [editionsPath, id], queryFn: ({ signal }) => http.get<EditionView>(`${editionsPath}/${id}`, {}, signal) });
export const createEdition = (edition: EditionCreate, key: string) => http.post<Made>(editionsPath, { body: edition, key });
export const enroll = (editionId: string, wish: EnrollRequest, key: string) =>
  http.post<{ batchId: string }>(`${editionsPath}/${editionId}/enrollments`, { body: wish, key });
export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['/enrollment/enrollment-batches', id],
    queryFn: ({ signal }) => http.get<EnrollmentBatchView>(`/enrollment/enrollment-batches/${id}`, {}, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1_000),
  });
export const withdraw = (id: string, withdrawal: Withdrawal) =>
  http.post<unknown>(`${enrollmentsPath}/${id}/withdrawal`, { body: withdrawal });
