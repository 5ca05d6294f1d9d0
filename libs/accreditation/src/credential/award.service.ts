import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId } from '@aula/contracts';
import { randomId, randomUrn, type RandomBytes } from '@aula/open-badges';
import { Random, Work, type Recorder } from '@aula/platform';
import { StatusEntries } from '../status-list/status-list.service.js';
import { insertPending, missedCompletions, unawarded, type Completion } from './award.queries.js';

/** Most completions at once: as many as a fact brings. */
const most = 1_000;

/** Awards a credential for each completion, once. */
@Injectable()
export class Awards {
  private readonly chance: RandomBytes;

  constructor(
    private readonly work: Work,
    private readonly entries: StatusEntries,
    random: Random,
  ) {
    this.chance = (size) => random.bytes(size);
  }

  /**
   * Pending credentials for up to 1,000 completions, with the order to issue them. A completion that came before, or whose person may
   * not hold one now, changes nothing.
   */
  async award(completions: readonly Completion[], em: EntityManager, record: Recorder): Promise<void> {
    const fresh = await unawarded(em, completions);
    if (fresh.length === 0) return;
    const { listId, entries } = await this.entries.take(em, fresh.length);
    const draws = entries.map((entry) => ({
      id: randomId(this.chance).toLowerCase() as CredentialId,
      subject: randomUrn(this.chance),
      entry,
    }));
    const ids = await insertPending(em, fresh, listId, draws);
    record.order('accreditation.issue-credentials', ids);
    record.audit('credential', 'awarded', ids);
  }

  /** Awards what was missed because the person was suspended when the course was completed. Returns how many. */
  awardMissed(): Promise<number> {
    return this.work.inChunks(most, async (em, record, limit) => {
      const missed = await missedCompletions(em, limit);
      await this.award(missed, em, record);
      return missed.length;
    });
  }
}
