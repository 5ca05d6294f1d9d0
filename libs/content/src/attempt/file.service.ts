import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectStorage, Work, found } from '@aula/platform';
import { codedKey, type Coding } from '../package/blob.entity.js';
import { codingFor, matchesTag, pathOf, rangeOf, type PackageFile } from './file.entity.js';
import { fileOf } from './file.queries.js';
import { PassService } from './pass.service.js';
import { ShelfService } from './shelf.service.js';

/** The conditions and wishes of a request for a file. */
export interface FileWish {
  host: string;
  cookie: string | undefined;
  /** What stands behind `/c/`, as sent. */
  address: string;
  ifNoneMatch: string | undefined;
  ifRange: string | undefined;
  range: string | undefined;
  acceptEncoding: string | undefined;
}
/** What to send. A body that is missing is empty. */
export interface FileAnswer {
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
  body?: Buffer | Readable;
}

const mostNames = 20_000;

/** Files of a package, for whoever holds the pass of an attempt at it, on that attempt's own host. */
@Injectable()
export class FileService {
  private readonly names = new Map<string, PackageFile>();

  constructor(
    private readonly passes: PassService,
    private readonly shelf: ShelfService,
    private readonly storage: ObjectStorage,
    private readonly work: Work,
  ) {}

  /** Problems: not-signed-in `content.token-refused`; not-found. */
  async get(wish: FileWish): Promise<FileAnswer> {
    const { packageId } = await this.passes.ofFiles(wish.cookie, wish.host);
    const path = found(pathOf(wish.address));
    const file = found(await this.find(packageId, path));
    const { type, attachment } = file;
    const coding = wish.range === undefined ? codingFor(wish.acceptEncoding, file) : undefined;
    const tag = `"${file.etag}${coding ? `-${coding}` : ''}"`;
    const headers: Record<string, string> = {
      'content-type': type,
      etag: tag,
      'accept-ranges': 'bytes',
      // The host stands for one package for ever; the pass is its reader's alone, so no shared cache may keep it.
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'accept-encoding',
      ...(coding ? { 'content-encoding': coding } : {}),
      ...(attachment ? { 'content-disposition': 'attachment' } : {}),
    };
    if (matchesTag(wish.ifNoneMatch, tag)) return { status: 304, headers };
    return this.send(file, headers, coding, wish.ifRange === undefined || wish.ifRange === tag ? wish.range : undefined);
  }

  private async send(
    file: PackageFile,
    headers: Record<string, string>,
    coding: Coding | undefined,
    wanted: string | undefined,
  ): Promise<FileAnswer> {
    const [key, size] = coding ? [codedKey(file.key, coding), file[coding]!] : [file.key, file.size];
    const range = rangeOf(wanted, size);
    if (range === 'unsatisfiable') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } };
    const part: Record<string, string> = range ? { 'content-range': `bytes ${range.start}-${range.end}/${size}` } : {};
    const length = range ? range.end - range.start + 1 : size;
    const answer = { status: range ? 206 : 200, headers: { ...headers, ...part, 'content-length': String(length) } } as const;
    if (!this.shelf.takes(size)) return { ...answer, body: found(await this.storage.get(key, range)).body };
    const whole = found(this.shelf.there(key) ?? (await this.shelf.get(key)));
    return { ...answer, body: range ? whole.subarray(range.start, range.end + 1) : whole };
  }

  /** Where a file lies; it never changes once its package is ready. */
  private async find(packageId: string, path: string): Promise<PackageFile | undefined> {
    const name = `${packageId}/${path}`;
    const known = this.names.get(name);
    if (known) return known;
    const file = await this.work.read((em) => fileOf(em, packageId, path));
    if (file) this.names.set(name, file);
    const oldest = this.names.keys().next();
    if (this.names.size > mostNames && !oldest.done) this.names.delete(oldest.value);
    return file;
  }
}
