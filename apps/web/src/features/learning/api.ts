import type {
  AttemptCreate,
  AttemptView,
  CourseVersionView,
  CredentialView,
  EnrollmentView,
  LaunchCreate,
  LaunchView,
  Page,
  QuizView,
  UnclosedVisit,
  UnitCompletion,
  UnitView,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

const enrollmentsPath = '/enrollment/enrollments';
export const credentialsPath = '/accreditation/credentials';

export const enrollmentQuery = (id: string) =>
  queryOptions({
    queryKey: [enrollmentsPath, id],
    queryFn: ({ signal }) => http.get<EnrollmentView>(`${enrollmentsPath}/${id}`, {}, signal),
    staleTime: 0,
    meta: { kept: true },
  });

export const courseVersionQuery = (id: string) =>
  queryOptions({
    queryKey: ['/catalog/course-versions', id],
    queryFn: ({ signal }) => http.get<CourseVersionView>(`/catalog/course-versions/${id}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY, // a published version never changes
    meta: { kept: true },
  });

export const unitQuery = (versionId: string, unitId: string) =>
  queryOptions({
    queryKey: ['/catalog/course-versions', versionId, unitId],
    queryFn: ({ signal }) => http.get<UnitView>(`/catalog/course-versions/${versionId}/units/${unitId}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { kept: true },
  });

export const credentialsOfQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: [credentialsPath, 'of', enrollmentId],
    queryFn: ({ signal }) => http.get<Page<CredentialView>>(credentialsPath, { enrollmentId }, signal),
    staleTime: 0,
    meta: { kept: true },
  });

export const attemptsQuery = (enrollmentId: string, unitId: string) =>
  queryOptions({
    queryKey: ['/assessment/attempts', 'of', enrollmentId, unitId],
    queryFn: ({ signal }) => http.get<Page<AttemptView>>('/assessment/attempts', { enrollmentId, unitId }, signal),
    staleTime: 0,
    meta: { kept: true },
  });

export const unclosedQuery = (enrollmentId: string) =>
  queryOptions({
    queryKey: ['/content/unclosed-visits', enrollmentId],
    queryFn: ({ signal }) => http.get<Page<UnclosedVisit>>('/content/unclosed-visits', { enrollmentId }, signal),
    staleTime: 0,
    meta: { kept: true },
  });

export const quizQuery = (id: string) =>
  queryOptions({
    queryKey: ['/assessment/quizzes', id],
    queryFn: ({ signal }) => http.get<QuizView>(`/assessment/quizzes/${id}`, {}, signal),
    meta: { kept: true },
  });

export const tellProgress = (enrollmentId: string, unitId: string, completion: UnitCompletion) =>
  http.put<unknown>(`${enrollmentsPath}/${enrollmentId}/units/${unitId}/progress`, completion);

export const launch = (wish: LaunchCreate) => http.post<LaunchView>('/content/launches', { body: wish });

export const startAttempt = (quizId: string, wish: AttemptCreate, key: string) =>
  http.post<AttemptView>(`/assessment/quizzes/${quizId}/attempts`, { body: wish, key });

/** Address of the signed document of a credential. */
export const credentialAddress = (id: string): string => `/api${credentialsPath}/${id}`;
