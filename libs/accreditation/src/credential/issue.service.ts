import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CredentialId } from '@aula/contracts';
import type { Recorder } from '@aula/platform';
import type { Signed } from './draft.entity.js';
import { holdPending, listsToPublish, writeIssued, type Issued } from './issue.queries.js';
import { Signatures } from './signature.service.js';

/** What waits for a key is looked at again after a minute, what waits for a suspended person after an hour. */
const pauses = { key: 60, person: 3_600 };

/** Issues credentials: those that were signed when they were awarded, and later those that had to wait. */
@Injectable()
export class Issuing {
  constructor(private readonly signatures: Signatures) {}

  /** Signs those of `ids` that are pending and writes them, all in the caller's transaction. A second time changes nothing. */
  async issue(ids: readonly string[], em: EntityManager, record: Recorder): Promise<void> {
    const pending = await holdPending(em, ids);
    const awaited = pending.filter(({ active }) => !active);
    record.order(
      'accreditation.issue-credentials',
      awaited.map(({ id }) => id),
      { afterSeconds: pauses.person },
    );
    const ready = pending.filter(({ active }) => active);
    if (ready.length === 0) return;
    const { at, signed } = await this.signatures.sign(em, ready);
    this.defer(without(ready, signed), record);
    if (signed.length === 0) return;
    this.say(await writeIssued(em, signed, at), record);
    await this.publish(em, [...new Set(pending.filter((each) => !each.listPublished).map((each) => each.listId))], record);
  }

  /** Without a key nothing is issued and no attempt is lost: the credentials stay pending and are ordered anew. */
  defer(ids: readonly CredentialId[], record: Recorder): void {
    record.order('accreditation.issue-credentials', ids, { afterSeconds: pauses.key });
  }

  /** Says of credentials that they are issued. */
  say(issued: readonly Issued[], record: Recorder): void {
    record.audit(
      'credential',
      'issued',
      issued.map(({ id }) => id),
    );
    record(
      'credential.issued',
      issued.map((each) => ({ credentialId: each.id, enrollmentId: each.enrollmentId, personId: each.personId })),
    );
  }

  /** Orders the first publication of lists. */
  async publish(em: EntityManager, unpublished: readonly string[], record: Recorder): Promise<void> {
    record.order('accreditation.publish-status-list', await listsToPublish(em, unpublished));
  }
}

const without = (drafts: readonly { id: CredentialId }[], signed: readonly Signed[]): CredentialId[] => {
  const done = new Set(signed.map(({ id }) => id));
  return drafts.map(({ id }) => id).filter((id) => !done.has(id));
};
