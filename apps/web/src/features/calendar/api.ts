import type { CalendarEntryView, CalendarFeedView, Page } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from '../../lib/http.js';

export const calendarQuery = queryOptions({
  queryKey: ['/enrollment/calendar'],
  queryFn: ({ signal }) => http.get<Page<CalendarEntryView>>('/enrollment/calendar', {}, signal),
  meta: { kept: true },
});

const feedPath = '/enrollment/calendar-feed';
export const feedQuery = queryOptions({
  queryKey: [feedPath],
  queryFn: ({ signal }) => http.get<CalendarFeedView>(feedPath, {}, signal),
});
export const renewFeed = () => http.post<CalendarFeedView>(feedPath);
export const endFeed = () => http.delete(feedPath);

/** Address of one date as a file. */
export const dateAddress = (uid: string): string => `/api/enrollment/calendar/${uid}.ics`;
