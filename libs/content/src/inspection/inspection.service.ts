import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, ContentAttemptId, ContentAttemptQuery, PlausibilityHint } from '@aula/contracts';
import { Work, found, type Recorder } from '@aula/platform';
import { lockAttempts } from '../attempt/attempt.queries.js';
import { lastDifferencesOf } from '../plausibility/difference.queries.js';
import { differing, hintsOn, tooMuch } from '../plausibility/plausibility.entity.js';
import { comparisonsOf } from '../plausibility/plausibility.queries.js';
import { inspectedFor, inspectedOf, type InspectedRow } from './inspection.queries.js';

/** An attempt with the reasons there are to ask about it. */
export type Inspected = InspectedRow & { hints: PlausibilityHint[] };

/** Looking into what learners did, for those who teach and support them. */
@Injectable()
export class InspectionService {
  constructor(private readonly work: Work) {}

  list(actor: Actor, query: ContentAttemptQuery): Promise<Inspected[]> {
    return this.work.read(async (em) => withHints(em, await inspectedFor(em, actor, query)));
  }

  /** One attempt with what it has come to. Problem: not-found. */
  one(actor: Actor, id: ContentAttemptId): Promise<Inspected> {
    return this.work.read(async (em) => {
      const [attempt] = await withHints(em, [found(await inspectedOf(em, actor, id))]);
      return found(attempt);
    });
  }

  /** Reads what a learner did and answered: who looked, and when, stands in the audit chain. Problem: not-found. */
  look<T>(actor: Actor, id: ContentAttemptId, reading: (em: EntityManager, attempt: InspectedRow) => Promise<T>): Promise<T> {
    return this.work.run(async (em, record) => {
      const attempt = found(await inspectedOf(em, actor, id));
      const read = await reading(em, attempt);
      await noteLook(em, record, id);
      return read;
    });
  }
}

/** The chain holds the row as it stands: nobody may change it until the entry is written, which is at once. */
const noteLook = async (em: EntityManager, record: Recorder, id: ContentAttemptId): Promise<void> => {
  await lockAttempts(em, [id]);
  record.audit('content-attempt', 'inspected', [id]);
};

const withHints = async (em: EntityManager, attempts: readonly InspectedRow[]): Promise<Inspected[]> => {
  const ids = attempts.map(({ id }) => id);
  const compared = new Map((await comparisonsOf(em, ids)).map((it) => [it.attempt_id, hintsOn(it)]));
  const different = new Map((await lastDifferencesOf(em, ids)).map((it) => [it.attempt_id, differing(it.claimed, it.found)]));
  return attempts.map((attempt) => {
    const difference = different.get(attempt.id);
    return {
      ...attempt,
      hints: [...(compared.get(attempt.id) ?? []), ...(difference ? [difference] : []), ...(attempt.overfull ? [tooMuch] : [])],
    };
  });
};
