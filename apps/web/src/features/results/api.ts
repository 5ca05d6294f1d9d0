import type { EditionResults, QuizResults } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http, withQuery } from '../../lib/http.js';

const resultsPath = (editionId: string): string => `/assessment/editions/${editionId}/results`;
export const attemptsPath = (editionId: string, unitId: string): string => `${resultsPath(editionId)}/${unitId}/attempts`;

export const editionResultsQuery = (editionId: string) =>
  queryOptions({
    queryKey: [resultsPath(editionId)],
    queryFn: ({ signal }) => http.get<EditionResults>(resultsPath(editionId), {}, signal),
  });
export const quizResultsQuery = (editionId: string, unitId: string) =>
  queryOptions({
    queryKey: [resultsPath(editionId), unitId],
    queryFn: ({ signal }) => http.get<QuizResults>(`${resultsPath(editionId)}/${unitId}`, {}, signal),
  });

/** Which attempts of a list are meant; what is absent limits nothing. */
export interface AttemptFilter {
  passed?: 'true' | 'false';
  from?: number;
  to?: number;
  best?: 'true';
}
/** Address of the attempts as a table. */
export const tableAddress = (editionId: string, unitId: string, filter: AttemptFilter): string =>
  `/api${withQuery(`${attemptsPath(editionId, unitId)}.csv`, { ...filter })}`;
