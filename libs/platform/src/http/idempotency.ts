import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { House } from '@aula/contracts';
import { row, rows } from '../database/rows.js';
import { Problem } from '../problem.js';
import type { Work } from '../work/work.js';
import type { AulaReply, AulaRequest } from './request.js';

interface Kept {
  request_hash: Buffer;
  status: number | null;
  body: unknown;
}

/**
 * `Idempotency-Key` on a POST: the change, the key and the answer commit in one transaction; a repeat gets the first answer again.
 * Uploads (multipart) are left to their verbs, which know the file's hash. A key serves its sender for two days.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly work: Work,
    private readonly house: House,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AulaRequest>();
    const key = request.headers['idempotency-key'];
    const multipart = request.headers['content-type']?.startsWith('multipart/') ?? false;
    if (request.method !== 'POST' || typeof key !== 'string' || !request.actor || multipart) return next.handle();
    return from(this.once(key.slice(0, 200), request, http.getResponse<AulaReply>(), next));
  }

  private once(key: string, request: AulaRequest, reply: AulaReply, next: CallHandler): Promise<unknown> {
    const hash = createHash('sha256')
      .update(`${request.method} ${request.url} ${JSON.stringify(request.body ?? null)}`)
      .digest();
    const owner = [this.house, request.actor!.personId, key];
    return this.work.run(async (em) => {
      const first = await row(
        em,
        `insert into platform.idempotency (house, person_id, key, request_hash) values ($1, $2, $3, $4) on conflict do nothing returning 1`,
        [...owner, hash],
      );
      if (!first) {
        const kept = await row<Kept>(
          em,
          `select request_hash, status, body from platform.idempotency where house = $1 and person_id = $2 and key = $3`,
          owner,
        );
        if (!kept?.request_hash.equals(hash)) throw new Problem('conflict', 'idempotency-key-reused');
        void reply.code(kept.status ?? 200).header('idempotency-replayed', 'true');
        return kept.body;
      }
      const body: unknown = await lastValueFrom(next.handle());
      await rows(em, `update platform.idempotency set status = $4, body = $5 where house = $1 and person_id = $2 and key = $3`, [
        ...owner,
        reply.statusCode,
        JSON.stringify(body ?? null),
      ]);
      return body;
    });
  }
}
