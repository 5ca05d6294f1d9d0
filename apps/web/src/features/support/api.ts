import type {
  ContentAttemptView,
  Page,
  QuestionReport,
  QuestionReportList,
  RestorationCreate,
  RestorationView,
  RestorePointView,
  RestorePreview,
} from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const attemptsPath = '/content/attempts';
export const timelinePath = (attemptId: string): string => `${attemptsPath}/${attemptId}/timeline`;

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: [attemptsPath, id],
    queryFn: ({ signal }) => http.get<ContentAttemptView>(`${attemptsPath}/${id}`, {}, signal),
  });

const restorePointsPath = (attemptId: string): string => `${attemptsPath}/${attemptId}/restore-points`;
export const restorePointsQuery = (attemptId: string) =>
  queryOptions({
    queryKey: [attemptsPath, attemptId, 'restore-points'],
    queryFn: ({ signal }) => http.get<Page<RestorePointView>>(restorePointsPath(attemptId), {}, signal),
  });
export const previewQuery = (attemptId: string, point: string) =>
  queryOptions({
    queryKey: [attemptsPath, attemptId, 'restore-points', point],
    queryFn: ({ signal }) => http.get<RestorePreview>(`${restorePointsPath(attemptId)}/${point}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY, // each reading is put on record
  });
export const giveBack = (attemptId: string, wish: RestorationCreate, key: string) =>
  http.post<RestorationView>(`${attemptsPath}/${attemptId}/restorations`, { body: wish, key });

const reportsPath = (editionId: string): string => `/content/editions/${editionId}/question-reports`;
export const reportedPackagesQuery = (editionId: string) =>
  queryOptions({
    queryKey: [reportsPath(editionId)],
    queryFn: ({ signal }) => http.get<QuestionReportList>(reportsPath(editionId), {}, signal),
  });
export const questionReportQuery = (editionId: string, packageId: string) =>
  queryOptions({
    queryKey: [reportsPath(editionId), packageId],
    queryFn: ({ signal }) => http.get<QuestionReport>(`${reportsPath(editionId)}/${packageId}`, {}, signal),
  });
/** Address of the report as a table. */
export const questionTableAddress = (editionId: string, packageId: string): string =>
  `/api${reportsPath(editionId)}/${packageId}/questions.csv`;
