import type { CaptionView, Page } from '@aula/contracts';
import { queryOptions } from '@tanstack/react-query';
import { http } from './http.js';

/** Address of an uploaded file of a course. */
export const fileAddress = (id: string): string => `/api/catalog/files/${id}`;
/** Name and size of a file, from the head of its first byte; null when the server tells neither. */
export const fileQuery = (id: string) =>
  queryOptions({
    queryKey: ['/catalog/files', id],
    queryFn: async ({ signal }) => {
      const { headers } = await fetch(fileAddress(id), { headers: { range: 'bytes=0-0' }, signal });
      const name = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '')?.[1];
      const size = Number(headers.get('content-range')?.split('/')[1]);
      return name !== undefined && Number.isFinite(size) ? { name: decodeURIComponent(name), size } : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
/** How captions are read, wherever they are kept. */
export interface CaptionsQuery {
  queryKey: readonly string[];
  queryFn: (context: { signal: AbortSignal }) => Promise<Page<CaptionView>>;
}
/** Captions of a video that a course plays from elsewhere, by language. */
export const addressCaptionsQuery = (courseId: string, address: string): CaptionsQuery => ({
  queryKey: ['/catalog/courses', courseId, 'video-captions', address],
  queryFn: ({ signal }) => http.get<Page<CaptionView>>(`/catalog/courses/${courseId}/video-captions`, { address }, signal),
});
/** Captions of a video of a course, by language. */
export const captionsQuery = (id: string): CaptionsQuery => ({
  queryKey: ['/catalog/files', id, 'captions'],
  queryFn: ({ signal }) => http.get<Page<CaptionView>>(`/catalog/files/${id}/captions`, {}, signal),
});
