import type { MarkCreate, MarkingGroupList, MarkingTaken, MarkingTask } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const markingsPath = '/assessment/markings';
const groupsPath = '/assessment/marking-groups';

/** Names one essay. */
export interface Essay {
  attemptId: string;
  number: number;
}
export const essayPath = ({ attemptId, number }: Essay): string => `/assessment/attempts/${attemptId}/markings/${String(number)}`;

export const groupsQuery = queryOptions({
  queryKey: [groupsPath],
  queryFn: ({ signal }) => http.get<MarkingGroupList>(groupsPath, {}, signal),
  refetchInterval: 30_000,
});
/** An essay; `named` adds whose it is. Not read again by itself: what a marker reads must not change under their hands. */
export const taskQuery = (essay: Essay, named: boolean) =>
  queryOptions({
    queryKey: [essayPath(essay), named],
    queryFn: ({ signal }) => http.get<MarkingTask>(essayPath(essay), { name: named }, signal),
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
export const takeNext = (wish: { quizId?: string; editionId?: string; after?: Essay }) =>
  http.post<MarkingTaken>(`${markingsPath}/next`, { body: wish });
export const claim = (essay: Essay) => http.post<MarkingTask>(`${essayPath(essay)}/claim`);
export const letGo = (essay: Essay) => http.delete(`${essayPath(essay)}/claim`);
export const mark = (essay: Essay, wish: MarkCreate) => http.put<MarkingTask>(`${essayPath(essay)}/mark`, wish);
export const undo = (essay: Essay) => http.delete(`${essayPath(essay)}/mark`);
