import { Transform, pipeline, type Readable } from 'node:stream';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { Problem } from '../problem.js';
import type { AulaRequest } from './request.js';

export interface ReceivedFile {
  /** The name the sender gave, without folders and control characters, at most 200 characters. */
  name: string;
  contentType: string;
  /** To be read to its end; emits an error when the limit is passed. */
  stream: Readable;
}
export interface Received<T> {
  fields: Readonly<Record<string, string>>;
  file: T;
}

/**
 * Reads a multipart body with one file in the field `file`, handing the stream on while it arrives: nothing is held whole in memory.
 * Fields may stand before or behind the file. Problems: invalid `file-missing`,
 * `upload-broken`, `upload-crowded`; too-large `body-too-large`; unsupported.
 */
export const receive = async <T>(
  request: AulaRequest,
  maxBytes: number,
  take: (file: ReceivedFile) => Promise<T>,
): Promise<Received<T>> => {
  if (!request.isMultipart()) throw new Problem('unsupported', 'unsupported-media-type');
  const fields: Record<string, string> = {};
  let taken: { value: T } | undefined;
  for await (const part of partsOf(request, maxBytes)) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else if (part.fieldname === 'file' && !taken) taken = { value: await takeWhole(part, maxBytes, take) };
    else part.file.resume();
  }
  if (!taken) throw new Problem('invalid', 'file-missing', { field: 'file' });
  return { fields, file: taken.value };
};

const mostFields = 20;

async function* partsOf(request: AulaRequest, fileSize: number): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: { fileSize, files: 1, fields: mostFields, fieldSize: 10_000 } });
  } catch (error) {
    const crowded = error instanceof Error && 'code' in error && /^FST_(FILES|FIELDS|PARTS)_LIMIT$/.test(String(error.code));
    throw crowded ? new Problem('invalid', 'upload-crowded', { limit: mostFields }) : new Problem('invalid', 'upload-broken');
  }
}

const takeWhole = <T>(part: MultipartFile, maxBytes: number, take: (file: ReceivedFile) => Promise<T>): Promise<T> => {
  const name = (part.filename.split(/[\\/]/).pop() ?? '').slice(-200).replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '\ufffd') || 'file';
  const whole = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => done(part.file.truncated ? new Problem('too-large', 'body-too-large', { limit: readableSize(maxBytes) }) : null),
  });
  // A short body may have broken off before anybody listens: the pipeline says so all the same.
  const stream = pipeline(part.file, whole, () => undefined);
  return take({ name, contentType: part.mimetype, stream }).catch((error: unknown) => {
    throw part.file.errored ? new Problem('invalid', 'upload-broken') : error;
  });
};

/** 1,536 → "1.5 KB"; binary steps, at most one decimal. */
export const readableSize = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${Number((bytes / 1024 ** step).toFixed(1))} ${units[step]!}`;
};
