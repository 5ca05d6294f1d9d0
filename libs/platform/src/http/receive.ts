import { Transform, type Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import { Problem } from '../problem.js';
import type { AulaRequest } from './request.js';

export interface ReceivedFile {
  /** The name the sender gave, without folders, at most 200 characters. */
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
 * Fields may stand before or behind the file. Problems: invalid `file-missing`; too-large `body-too-large`; unsupported.
 */
export const receive = async <T>(
  request: AulaRequest,
  maxBytes: number,
  take: (file: ReceivedFile) => Promise<T>,
): Promise<Received<T>> => {
  if (!request.isMultipart()) throw new Problem('unsupported', 'unsupported-media-type');
  const fields: Record<string, string> = {};
  let taken: { value: T } | undefined;
  for await (const part of request.parts({ limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 10_000 } })) {
    if (part.type === 'field') fields[part.fieldname] = String(part.value);
    else if (part.fieldname === 'file' && !taken) taken = { value: await takeWhole(part, maxBytes, take) };
    else part.file.resume();
  }
  if (!taken) throw new Problem('invalid', 'file-missing', { field: 'file' });
  return { fields, file: taken.value };
};

const takeWhole = <T>(part: MultipartFile, maxBytes: number, take: (file: ReceivedFile) => Promise<T>): Promise<T> => {
  const name = (part.filename.split(/[\\/]/).pop() ?? '').slice(-200) || 'file';
  const whole = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => done(part.file.truncated ? new Problem('too-large', 'body-too-large', { limit: readableSize(maxBytes) }) : null),
  });
  part.file.once('error', (error) => whole.destroy(error));
  return take({ name, contentType: part.mimetype, stream: part.file.pipe(whole) });
};

/** 1,536 → "1.5 KB"; binary steps, at most one decimal. */
export const readableSize = (bytes: number): string => {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(bytes, 1)) / 10));
  return `${Number((bytes / 1024 ** step).toFixed(1))} ${units[step]!}`;
};
