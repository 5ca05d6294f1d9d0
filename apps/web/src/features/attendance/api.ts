import type { AttendanceChanged, AttendancePut, EditionView, Page, SessionTimePut, SessionView } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const editionsPath = '/enrollment/editions';
const sessionsPath = (editionId: string) => `${editionsPath}/${editionId}/sessions`;
const unitPath = (editionId: string, unitId: string) => `${editionsPath}/${editionId}/units/${unitId}`;
export const rollPath = (editionId: string, unitId: string) => `${unitPath(editionId, unitId)}/roll`;

export const editionQuery = (id: string) =>
  queryOptions({ queryKey: [editionsPath, id], queryFn: ({ signal }) => http.get<EditionView>(`${editionsPath}/${id}`, {}, signal) });
export const sessionsQuery = (editionId: string) =>
  queryOptions({
    queryKey: [sessionsPath(editionId)],
    queryFn: ({ signal }) => http.get<Page<SessionView>>(sessionsPath(editionId), {}, signal),
  });
export const putAttendance = (editionId: string, unitId: string, put: AttendancePut) =>
  http.put<AttendanceChanged>(`${unitPath(editionId, unitId)}/attendance`, put, { keepalive: true });

export const putTime = (editionId: string, unitId: string, time: SessionTimePut) =>
  http.put<undefined>(`${unitPath(editionId, unitId)}/time`, time);
export const removeTime = (editionId: string, unitId: string) => http.delete(`${unitPath(editionId, unitId)}/time`);
