import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ObjectStorage, Work, found } from '@aula/platform';
import { pathOf, planOf, type FileAsked, type FilePlan, type PackageFile, type Range } from './file.entity.js';
import { fileOf } from './file.queries.js';
import { PassService } from './pass.service.js';
import { ReaderService } from './reader.service.js';
import { ShelfService } from './shelf.service.js';

/** A request for a file, to an attempt's own host. */
export interface FileWish extends FileAsked {
  host: string;
  /** The values of the files cookie, a space between them. */
  cookies: string;
  /** What stands behind `/c/`, as sent. */
  address: string;
}
/** What to send. A body that is missing is empty. */
export interface FileAnswer<Body = Buffer | Readable> extends Pick<FilePlan, 'status' | 'headers'> {
  body?: Body;
}

const mostNames = 20_000;

/** Files of a package, for whoever holds the pass of an attempt at it, on that attempt's own host. */
@Injectable()
export class FileService {
  private readonly names = new Map<string, PackageFile>();

  constructor(
    private readonly passes: PassService,
    private readonly readers: ReaderService,
    private readonly shelf: ShelfService,
    private readonly storage: ObjectStorage,
    private readonly work: Work,
  ) {}

  /** Problems: not-signed-in `content.token-refused`; not-found. */
  async get(wish: FileWish): Promise<FileAnswer> {
    const { packageId } = await this.passes.ofFiles(wish.cookies.split(' '), wish.host);
    this.readers.remember(wish, packageId);
    const file = found(await this.find(packageId, found(pathOf(wish.address))));
    const { body, ...plan } = planOf(file, wish);
    return body ? { ...plan, body: await this.read(body) } : plan;
  }

  /** The same answer at once, when all it takes is in memory. */
  there(wish: FileWish): FileAnswer<Buffer> | undefined {
    const packageId = this.readers.packageOf(wish);
    const path = packageId === undefined ? undefined : pathOf(wish.address);
    const file = path === undefined ? undefined : this.names.get(`${packageId}/${path}`);
    if (!file) return undefined;
    const { body, ...plan } = planOf(file, wish);
    if (!body) return plan;
    const whole = this.shelf.there(body.key);
    return whole && { ...plan, body: partOf(whole, body.range) };
  }

  private async read({ key, size, range }: NonNullable<FilePlan['body']>): Promise<Buffer | Readable> {
    if (!this.shelf.takes(size)) return found(await this.storage.get(key, range)).body;
    return partOf(found(await this.shelf.get(key)), range);
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

const partOf = (whole: Buffer, range: Range | undefined): Buffer => (range ? whole.subarray(range.start, range.end + 1) : whole);
