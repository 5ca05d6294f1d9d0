import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Settings } from '../settings/settings.js';
import { ObjectStorage, type ByteRange, type StorageSpace, type StoredObject } from './storage.js';

/** ms until a connection stands, and until whoever waits for an object has the first of it: then they are told instead. */
const connectMs = 1_000;
const answerMs = 1_000;
/** ms without a byte in either direction after which a transfer is given up: somebody may read a film slowly, but nobody that slowly. */
const idleMs = 60_000;
/** Each film that is being read holds one. */
const sockets = { keepAlive: true, maxSockets: 256 };

/** An S3-compatible store. Checksums beyond the protocol's own are left out, since other servers than AWS's misread them. */
export class S3Storage extends ObjectStorage {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(settings: S3Settings) {
    super();
    this.bucket = settings.bucket;
    this.client = new S3Client({
      region: settings.region,
      ...(settings.endpoint ? { endpoint: settings.endpoint } : {}),
      forcePathStyle: settings.forcePathStyle,
      credentials: { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey },
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: connectMs,
        socketTimeout: idleMs,
        throwOnRequestTimeout: true,
        httpAgent: sockets,
        httpsAgent: sockets,
      },
    });
  }

  async put(key: string, body: Readable | Buffer, contentType: string): Promise<StoredObject> {
    const upload = new Upload({ client: this.client, params: { Bucket: this.bucket, Key: key, Body: body, ContentType: contentType } });
    await upload.done();
    return (await this.head(key))!;
  }

  async get(key: string, range?: ByteRange): Promise<(StoredObject & { body: Readable }) | undefined> {
    return orAbsent(async () => {
      const Range = range && `bytes=${range.start}-${range.end ?? ''}`;
      const wanted = new GetObjectCommand({ Bucket: this.bucket, Key: key, ...(Range ? { Range } : {}) });
      const got = await this.client.send(wanted, { requestTimeout: answerMs });
      const whole = Number(got.ContentRange?.split('/')[1] ?? got.ContentLength ?? 0);
      return { size: whole, contentType: typeOf(got.ContentType), etag: bare(got.ETag), body: got.Body as Readable };
    });
  }

  async head(key: string): Promise<StoredObject | undefined> {
    return orAbsent(async () => {
      const head = await this.client.send(new HeadObjectCommand({ Bucket: this.bucket, Key: key }), { requestTimeout: answerMs });
      return { size: head.ContentLength ?? 0, contentType: typeOf(head.ContentType), etag: bare(head.ETag) };
    });
  }

  async copy(from: string, to: string): Promise<void> {
    const CopySource = `${this.bucket}/${from.split('/').map(encodeURIComponent).join('/')}`;
    await this.client.send(new CopyObjectCommand({ Bucket: this.bucket, Key: to, CopySource }));
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.client.send(
      new DeleteObjectsCommand({ Bucket: this.bucket, Delete: { Objects: keys.slice(0, 1_000).map((Key) => ({ Key })), Quiet: true } }),
    );
    await this.remove(keys.slice(1_000));
  }

  async list(prefix: string, after = '', limit = 1_000): Promise<string[]> {
    const listed = await this.client.send(
      new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, MaxKeys: limit, ...(after ? { StartAfter: after } : {}) }),
    );
    return (listed.Contents ?? []).flatMap((each) => (each.Key ? [each.Key] : []));
  }

  async space(): Promise<StorageSpace> {
    await this.list('', '', 1);
    return { kind: 's3', free: null, total: null };
  }
}

const typeOf = (contentType: string | undefined): string => contentType ?? 'application/octet-stream';
const bare = (etag: string | undefined): string => (etag ?? '').replaceAll('"', '');

const orAbsent = async <T>(read: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
};
