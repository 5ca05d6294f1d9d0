import { commonHeaders } from './ahead.js';
import { refused } from './http.js';
import { line } from './line.js';
import { noAnswer } from './problem.js';

export interface Upload {
  file: File | Blob;
  name: string;
  fields?: Readonly<Record<string, string>>;
  key?: string;
  /** Share of the bytes that left this device, 0 to 1. `fetch` cannot tell it. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
}

/** Sends one file as multipart form data; fields stand before the file, so that a streaming server knows them in time. */
export const upload = <T>(path: string, { file, name, fields = {}, key, onProgress, signal }: Upload): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, name);
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    for (const [header, value] of Object.entries(commonHeaders(key))) request.setRequestHeader(header, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) reject(refused(request.status, request.responseText));
      else resolve(JSON.parse(request.responseText) as T);
    };
    request.onerror = () => {
      line.silent();
      reject(noAnswer());
    };
    request.onabort = () => {
      reject(noAnswer());
    };
    signal?.addEventListener('abort', () => {
      request.abort();
    });
    request.send(form);
  });
