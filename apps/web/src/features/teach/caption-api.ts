import type { CaptionView, Page } from '@aula/contracts';
import { addressCaptionsQuery, type CaptionsQuery, captionsQuery } from '../../lib/course-files.js';
import { http, withQuery } from '../../lib/http.js';
import { type Upload, upload } from '../../lib/upload.js';
import { coursesPath } from './api.js';

/** Where the captions of a video are kept: with its file, or by its address. */
export interface CaptionPlace {
  key: string;
  query: CaptionsQuery;
  send: (language: string, file: Upload) => Promise<Page<CaptionView>>;
  remove: (language: string) => Promise<unknown>;
}

/** Of a video that is a file of the course. */
export const captionsOfFile = (courseId: string, fileId: string): CaptionPlace => {
  const path = `${coursesPath}/${courseId}/files/${fileId}/captions`;
  return {
    key: fileId,
    query: captionsQuery(fileId),
    send: (language, file) => upload(path, { ...file, fields: { language } }),
    remove: (language) => http.delete(`${path}/${language}`),
  };
};

/** Of a video file that the course plays from elsewhere. */
export const captionsOfAddress = (courseId: string, address: string): CaptionPlace => {
  const path = `${coursesPath}/${courseId}/video-captions`;
  return {
    key: `${courseId}.${address}`,
    query: addressCaptionsQuery(courseId, address),
    send: (language, file) => upload(path, { ...file, fields: { language, address } }),
    remove: (language) => http.delete(withQuery(`${path}/${language}`, { address })),
  };
};
