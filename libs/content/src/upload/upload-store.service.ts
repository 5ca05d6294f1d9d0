import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataStore, MemoryLocker, Server, Upload } from '@tus/server';
import { largestPackage, UploadId, type Actor } from '@aula/contracts';
import { Problem, currentContext } from '@aula/platform';
import { UploadService } from './upload.service.js';
import type { UploadRow } from './upload.entity.js';

const uploadsPath = '/api/content/uploads';

/** The protocol tus 1.0.0 over our uploads: creation, termination, expiration. Every call is for the signed-in person of the request. */
@Injectable()
export class UploadStore extends DataStore {
  private readonly failures = new WeakMap<object, unknown>();
  private readonly server = new Server({
    path: uploadsPath,
    datastore: this,
    // Ends a request that hangs on a dead line when its sender comes back; between processes the place of a part decides.
    locker: new MemoryLocker(),
    maxSize: largestPackage,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => 'new',
    onResponseError: (request, error) => void this.failures.set(request, error),
  });

  constructor(private readonly uploads: UploadService) {
    super();
    this.extensions = ['creation', 'termination', 'expiration'];
  }

  /** Answers a request of the protocol. Problems: those of {@link UploadService}, and what the protocol refuses. */
  async answer(request: Request): Promise<Response> {
    const answer = await this.server.handleWeb(request);
    const failure = this.failures.get(request);
    if (failure instanceof Error) throw failure;
    if (answer.status >= 400) throw refusal(answer.status, (await answer.text()).trim());
    return answer;
  }

  override async create(upload: Upload): Promise<Upload> {
    const { id, created_at: begun } = await this.uploads.begin(actor(), upload.metadata?.['filename'] ?? '', upload.size ?? 0);
    return Object.assign(upload, { id, creation_date: begun });
  }

  override async getUpload(id: string): Promise<Upload> {
    return toUpload(await this.uploads.one(actor(), idOf(id)));
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    return this.uploads.append(idOf(id), stream, offset);
  }

  override async remove(id: string): Promise<void> {
    await this.uploads.one(actor(), idOf(id));
    await this.uploads.discard(idOf(id));
  }

  override getExpiration(): number {
    return lifeMs;
  }
}

/** As the table has it; here only for the header that tells it. */
const lifeMs = 7 * 86_400_000;

const toUpload = ({ id, size, received, file_name: filename, created_at: begun }: UploadRow): Upload =>
  new Upload({ id, size, offset: received, metadata: { filename }, creation_date: begun });

const actor = (): Actor => {
  const signedIn = currentContext()?.actor;
  if (!signedIn) throw new Problem('not-signed-in', 'not-signed-in');
  return signedIn;
};

const idOf = (text: string): UploadId => {
  const id = UploadId.safeParse(text);
  if (!id.success) throw new Problem('not-found', 'not-found');
  return id.data;
};

const refusal = (status: number, message: string): Problem => {
  if (status === 404) return new Problem('not-found', 'not-found');
  if (status === 409) return new Problem('conflict', 'content.upload-offset');
  if (status === 410) return new Problem('gone', 'content.upload-expired');
  if (status === 412) return new Problem('precondition-failed', 'precondition-failed');
  if (status === 413) return new Problem('too-large', 'body-too-large', { limit: '2 GB' });
  return new Problem('invalid', 'invalid-request', {}, { errors: [{ path: '', message }] });
};
