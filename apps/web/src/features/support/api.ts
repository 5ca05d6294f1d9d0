import type { ContentAttemptView } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const editionsPath = '/enrollment/editions';
export const attemptsPath = '/content/attempts';
export const timelinePath = (attemptId: string): string => `${attemptsPath}/${attemptId}/timeline`;

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: [attemptsPath, id],
    queryFn: ({ signal }) => http.get<ContentAttemptView>(`${attemptsPath}/${id}`, {}, signal),
  });
