import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import type { Random } from '../random.js';
import { ObjectStorage, type ByteRange, type StorageSpace, type StoredObject } from './storage.js';

interface ObjectRow {
  size: number;
  content_type: string;
  etag: string;
}

/** A file that nobody has written to for so long is what a killed process left. */
const abandonedMs = 3_600_000;

/** Files on a local disk, named by the hash of their key, so that no key can leave the folder. What there is stands in PostgreSQL. */
export class DiskStorage extends ObjectStorage {
  private tidiedAt = 0;

  constructor(
    private readonly folder: string,
    private readonly pool: pg.Pool,
    private readonly random: Random,
  ) {
    super();
  }

  async put(key: string, body: Readable | Buffer, contentType: string): Promise<StoredObject> {
    const file = this.fileOf(key);
    await this.makeFolder(path.dirname(file));
    const temporary = path.join(await this.incoming(), this.random.token(12));
    try {
      const { size, etag } = await writeDurably(temporary, body);
      await this.announce(key, contentType);
      await rename(temporary, file);
      await syncPath(path.dirname(file));
      await this.pool.query(
        `insert into platform.object (key, size, content_type, etag) values ($1, $2, $3, $4)
         on conflict (key) do update set size = excluded.size, content_type = excluded.content_type, etag = excluded.etag`,
        [key, size, contentType, etag],
      );
      return { size, contentType, etag };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<(StoredObject & { body: Readable }) | undefined> {
    const there = await this.head(key);
    return there && { ...there, body: createReadStream(this.fileOf(key), range ?? {}) };
  }

  async head(key: string): Promise<StoredObject | undefined> {
    const found = await this.pool.query<ObjectRow>({
      name: 'object-head',
      text: `select size, content_type, etag from platform.object where key = $1 and etag <> ''`,
      values: [key],
    });
    const object = found.rows[0];
    return object && { size: object.size, contentType: object.content_type, etag: object.etag };
  }

  async copy(from: string, to: string): Promise<void> {
    const file = this.fileOf(to);
    await this.makeFolder(path.dirname(file));
    await this.announce(to, '');
    await copyFile(this.fileOf(from), file);
    await syncPath(file);
    await syncPath(path.dirname(file));
    await this.pool.query(
      `insert into platform.object (key, size, content_type, etag) select $2, size, content_type, etag from platform.object where key = $1 and etag <> ''
       on conflict (key) do update set size = excluded.size, content_type = excluded.content_type, etag = excluded.etag`,
      [from, to],
    );
  }

  async remove(keys: readonly string[]): Promise<void> {
    await this.pool.query('delete from platform.object where key = any($1)', [keys]);
    await Promise.all(keys.map((key) => rm(this.fileOf(key), { force: true })));
  }

  async list(prefix: string, after = '', limit = 1_000): Promise<string[]> {
    const found = await this.pool.query<{ key: string }>(
      'select key from platform.object where starts_with(key, $1) and key > $2 order by key limit $3',
      [prefix, after, limit],
    );
    return found.rows.map((each) => each.key);
  }

  async space(): Promise<StorageSpace> {
    await mkdir(this.folder, { recursive: true });
    const { bsize, bavail, blocks } = await statfs(this.folder);
    return { kind: 'disk', free: bsize * bavail, total: bsize * blocks };
  }

  /** Makes the folder and those above it, and waits until the disk knows them. */
  private async makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = path.dirname(made)) await syncPath(path.dirname(made));
  }

  /** Names a key before its file lies there, so that a killed process leaves no file that `list` does not know. */
  private async announce(key: string, contentType: string): Promise<void> {
    await this.pool.query(
      `insert into platform.object (key, size, content_type, etag) values ($1, 0, $2, '') on conflict (key) do nothing`,
      [key, contentType],
    );
  }

  /** Where files lie until they are whole: one folder, so that those of killed processes are found; they are removed now and then. */
  private async incoming(): Promise<string> {
    const folder = path.join(this.folder, 'incoming');
    await mkdir(folder, { recursive: true });
    const now = Date.now();
    if (now - this.tidiedAt < abandonedMs) return folder;
    this.tidiedAt = now;
    const names = await readdir(folder);
    await Promise.all(names.map((name) => removeIfOld(path.join(folder, name), now - abandonedMs)));
    return folder;
  }

  private fileOf(key: string): string {
    const name = createHash('sha256').update(key).digest('hex');
    return path.join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}

/** Waits until a file, or the names in a folder, are really on the disk: a power cut right after must not take them away. */
const syncPath = async (at: string): Promise<void> => {
  const handle = await open(at, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Another process may remove it at the same time. */
const removeIfOld = async (file: string, before: number): Promise<void> => {
  const found = await stat(file).catch(() => undefined);
  if (found && found.mtimeMs < before) await rm(file, { force: true });
};

/** Writes to disk and waits until it is really there; returns size and SHA-256. */
const writeDurably = async (file: string, body: Readable | Buffer): Promise<{ size: number; etag: string }> => {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(file, 'w', 0o600);
  try {
    for await (const chunk of Buffer.isBuffer(body) ? [body] : (body as AsyncIterable<Buffer>)) {
      hash.update(chunk);
      size += chunk.length;
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, etag: hash.digest('hex') };
};
