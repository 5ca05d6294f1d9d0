import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId } from '@aula/contracts';
import { randomId, randomUrn, type RandomBytes } from '@aula/open-badges';
import { Random, Work, type Recorder } from '@aula/platform';
import type { Allotment } from '../status-list/status-list.queries.js';
import { StatusEntries } from '../status-list/status-list.service.js';
import { insertAwards, missedCompletions, unawarded, type Award, type Completion } from './award.queries.js';
import type { Draft } from './draft.entity.js';
import { Issuing } from './issue.service.js';
import { Signatures } from './signature.service.js';

/** Most completions at once: as many as a fact brings. */
const most = 1_000;

/** Awards a credential for each completion, once. */
@Injectable()
export class Awards {
  private readonly chance: RandomBytes;

  constructor(
    private readonly work: Work,
    private readonly entries: StatusEntries,
    private readonly signatures: Signatures,
    private readonly issuing: Issuing,
    random: Random,
  ) {
    this.chance = (size) => random.bytes(size);
  }

  /**
   * Credentials for up to 1,000 completions, issued with them; one that cannot be signed now stays pending, with the order to issue it. A
   * completion that came before, or whose person may not hold one now, changes nothing.
   */
  async award(completions: readonly Completion[], em: EntityManager, record: Recorder): Promise<void> {
    const fresh = await unawarded(em, completions);
    if (fresh.length === 0) return;
    const list = await this.entries.take(fresh.length);
    const drafts = list.entries.map((entry, place) => this.draft(fresh[place]!, entry, list));
    const { at, signed } = await this.signatures.sign(em, drafts);
    const byId = new Map(signed.map((each) => [each.id, each]));
    const awards = drafts.map((draft, place) => ({ completion: fresh[place]!, draft, signed: byId.get(draft.id) }));
    const inserted = await insertAwards(em, awards, list.listId, at);
    const made = awards.filter(({ draft }) => inserted.has(draft.id));
    this.say(made, record);
    if (!list.published && signed.length > 0) await this.issuing.publish(em, [list.listId], record);
  }

  private draft({ courseVersionId, completedAt }: Completion, entry: number, { address, did }: Allotment): Draft {
    const id = randomId(this.chance).toLowerCase() as CredentialId;
    return { id, subject: randomUrn(this.chance), courseVersionId, completedAt, entry, listAddress: address, did };
  }

  private say(awards: readonly Award[], record: Recorder): void {
    const waiting = awards.filter(({ signed }) => !signed).map(({ draft }) => draft.id);
    record.audit('credential', 'awarded', waiting);
    this.issuing.defer(waiting, record);
    const issued = awards.filter(({ signed }) => signed);
    this.issuing.say(
      issued.map(({ draft, completion }) => ({ id: draft.id, enrollmentId: completion.enrollmentId, personId: completion.personId })),
      record,
    );
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
