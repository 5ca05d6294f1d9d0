import { Injectable } from '@nestjs/common';
import type { RuntimePresence } from '@aula/contracts';
import { GroupCommit, Problem, Work } from '@aula/platform';
import { PassService } from './pass.service.js';
import { stayBusy, type Present } from './presence.queries.js';

/** Hears that learners are still there while their content has nothing to record. */
@Injectable()
export class PresenceService {
  private readonly group: GroupCommit<Present, number>;

  constructor(
    private readonly passes: PassService,
    work: Work,
  ) {
    this.group = new GroupCommit((present: Present[]) =>
      work.group(async (client) => {
        const newest = new Map((await stayBusy(client, present)).map(({ id, epoch }) => [id, epoch]));
        return present.map(({ attemptId }) => newest.get(attemptId) ?? 0);
      }),
    );
  }

  /**
   * Keeps an attempt held by who has its newest lease. Problems: not-signed-in `content.token-refused`; gone
   * `content.enrollment-withdrawn`; conflict `content.stale-epoch`; invalid `content.epoch-unknown`.
   */
  async stay(host: string, token: string | undefined, { epoch, nonce }: RuntimePresence): Promise<void> {
    const { attemptId } = await this.passes.ofToken(token, host);
    if (attemptId === null) throw new Problem('not-signed-in', 'content.token-refused');
    const current = await this.group.add({ attemptId, epoch });
    if (epoch < current) throw new Problem('conflict', 'content.stale-epoch', {}, { members: { current, quarantinedThrough: 0, nonce } });
    if (epoch > current) throw new Problem('invalid', 'content.epoch-unknown');
  }
}
