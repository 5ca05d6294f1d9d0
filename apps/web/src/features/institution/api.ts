import type {
  CourseView,
  ImportView,
  InstitutionCreate,
  MemberStateView,
  Page,
  PasswordSet,
  PersonChange,
  PersonCreate,
  PersonView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';
import { publishedCourses } from '../../lib/things.js';
import { type Upload, upload } from '../../lib/upload.js';
import type { EditionWish } from './edition-form.js';

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

export const memberStatesQuery = queryOptions({
  queryKey: ['/identity/member-states'],
  queryFn: ({ signal }) => http.get<Page<MemberStateView>>('/identity/member-states', { limit: 200 }, signal),
  staleTime: Number.POSITIVE_INFINITY,
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

/** Opens an edition of what is now the newest published version of its course; where it has none, the refusal names the field. */
export const openEdition = async ({ courseId, ...edition }: EditionWish, key: string): Promise<Made> => {
  const { version } = await http.get<CourseView>(`${publishedCourses.path}/${courseId}`);
  return http.post<Made>(editionsPath, { body: { ...edition, courseVersionId: version?.id ?? null }, key });
};
