import { createHmac } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { House } from '@aula/contracts';
import { mayKey, type Requirement } from '../access/may.js';
import { row, rows } from '../database/rows.js';
import { Problem } from '../problem.js';
import { deriveKey } from '../settings/keys.js';
import type { Work } from '../work/work.js';
import type { AulaReply, AulaRequest } from './request.js';

interface Kept {
  request_hash: Buffer;
  status: number | null;
  body: unknown;
}
/** A request under its sender's key. */
interface Keyed {
  owner: [house: House, personId: string, key: string];
  hash: Buffer;
  secret: boolean;
}

/**
 * `Idempotency-Key` on a POST: the change, the key and the answer commit in one transaction; a repeat gets the first answer again,
 * or the problem `answer-not-kept` where the route declares its answer secret. Uploads (multipart) are left to their verbs, which
 * know the file's hash. A key serves its sender for two days.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  /** Requests carry passwords: without the installation's secret nobody can tell from their hash what they said. */
  private readonly hashKey: Buffer;

  constructor(
    private readonly work: Work,
    private readonly house: House,
    installationSecret: string,
  ) {
    this.hashKey = deriveKey(installationSecret, 'idempotency');
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AulaRequest>();
    const key = request.headers['idempotency-key'];
    const multipart = request.headers['content-type']?.startsWith('multipart/') ?? false;
    if (request.method !== 'POST' || typeof key !== 'string' || !request.actor || multipart) return next.handle();
    const { answer } = Reflect.getMetadata(mayKey, context.getHandler()) as Requirement;
    const keyed: Keyed = {
      owner: [this.house, request.actor.personId, key.slice(0, 200)],
      hash: this.hashOf(request),
      secret: answer === 'secret',
    };
    return from(this.once(keyed, http.getResponse<AulaReply>(), next));
  }

  private once(keyed: Keyed, reply: AulaReply, next: CallHandler): Promise<unknown> {
    return this.work.run(async (em) => {
      const first = await row(
        em,
        `insert into platform.idempotency (house, person_id, key, request_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
        [...keyed.owner, keyed.hash],
      );
      if (!first) return again(em, keyed, reply);
      const body: unknown = await lastValueFrom(next.handle());
      await rows(em, `update platform.idempotency set status = $4, body = $5 where house = $1 and person_id = $2 and key = $3`, [
        ...keyed.owner,
        reply.statusCode,
        keyed.secret ? null : JSON.stringify(body ?? null),
      ]);
      return body;
    });
  }

  private hashOf({ method, url, body }: AulaRequest): Buffer {
    return createHmac('sha256', this.hashKey)
      .update(`${method} ${url} ${JSON.stringify(body ?? null)}`)
      .digest();
  }
}

const again = async (em: EntityManager, { owner, hash, secret }: Keyed, reply: AulaReply): Promise<unknown> => {
  const kept = await row<Kept>(
    em,
    `select request_hash, status, body from platform.idempotency where house = $1 and person_id = $2 and key = $3`,
    owner,
  );
  if (!kept?.request_hash.equals(hash)) throw new Problem('conflict', 'idempotency-key-reused');
  if (secret) throw new Problem('conflict', 'answer-not-kept');
  void reply.code(kept.status ?? 200).header('idempotency-replayed', 'true');
  return kept.body;
};
