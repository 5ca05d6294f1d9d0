import type { EditionResults, QuizResults, RosterFilter, RosterFunnel } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http, withQuery } from '../../lib/http.js';

const editionsPath = '/enrollment/editions';
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

/** How a question may have been answered. */
export const answers = ['right', 'partly', 'wrong', 'blank'] as const;

/** The funnel of units; whoever has no sight of the edition's learners gets none. */
export const funnelQuery = (editionId: string) =>
  queryOptions({
    queryKey: [editionsPath, editionId, 'roster-funnel'],
    queryFn: ({ signal }) => http.get<RosterFunnel>(`${editionsPath}/${editionId}/roster-funnel`, {}, signal),
  });
export const rosterPath = (editionId: string): string => `${editionsPath}/${editionId}/roster`;
/** Which learners of an edition stand behind a number of the funnel. */
export interface LearnerFilter {
  reached: NonNullable<RosterFilter['reached']>;
  unit?: string;
}
export const learnersTable = (editionId: string, filter: LearnerFilter): string =>
  `/api${withQuery(`${rosterPath(editionId)}.csv`, { ...filter })}`;

/** Which attempts of a list are meant; what is absent limits nothing. */
export interface AttemptFilter {
  passed?: 'true' | 'false';
  from?: number;
  to?: number;
  best?: 'true';
  latest?: 'started' | 'handed-in';
  questionId?: string;
  answered?: (typeof answers)[number];
  taken?: number;
}
/** Address of the attempts as a table. */
export const tableAddress = (editionId: string, unitId: string, filter: AttemptFilter): string =>
  `/api${withQuery(`${attemptsPath(editionId, unitId)}.csv`, { ...filter })}`;
