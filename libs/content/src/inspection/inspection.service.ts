import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, ContentAttemptId, ContentAttemptQuery, PlausibilityHint } from '@aula/contracts';
import { sequencedResult } from '@aula/scorm';
import { Work, found, type Recorder } from '@aula/platform';
import { lockAttempts } from '../attempt/attempt.queries.js';
import { observedSecondsOf } from '../attempt/lease-span.queries.js';
import { PlayedService } from '../attempt/played.service.js';
import { sequencingOf } from '../attempt/sequencing.queries.js';
import { lastDifferencesOf } from '../plausibility/difference.queries.js';
import { differing, hintsOn, tooMuch } from '../plausibility/plausibility.entity.js';
import { comparisonsOf } from '../plausibility/plausibility.queries.js';
import { inspectedFor, inspectedOf, type InspectedRow } from './inspection.queries.js';

/**
 * An attempt with the reasons there are to ask about it, the score of its package's own rules where that is not the one that stays, and
 * the seconds that the server saw it at work.
 */
export type Inspected = InspectedRow & { hints: PlausibilityHint[]; packageScore: number | null; observedSeconds: number };

/** Looking into what learners did, for those who teach and support them. */
@Injectable()
export class InspectionService {
  constructor(
    private readonly work: Work,
    private readonly played: PlayedService,
  ) {}

  list(actor: Actor, query: ContentAttemptQuery): Promise<Inspected[]> {
    return this.work.read(async (em) => this.withMore(em, await inspectedFor(em, actor, query)));
  }

  /** One attempt with what it has come to. Problem: not-found. */
  one(actor: Actor, id: ContentAttemptId): Promise<Inspected> {
    return this.work.read(async (em) => {
      const [attempt] = await this.withMore(em, [found(await inspectedOf(em, actor, id))]);
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

  private async withMore(em: EntityManager, attempts: readonly InspectedRow[]): Promise<Inspected[]> {
    const scores = await this.packageScores(em, attempts);
    const observed = await observedSecondsOf(
      em,
      attempts.map(({ id }) => id),
    );
    return (await withHints(em, attempts)).map((attempt) => ({
      ...attempt,
      packageScore: scores.get(attempt.id) ?? null,
      observedSeconds: observed.get(attempt.id) ?? 0,
    }));
  }

  /** What sequencing itself comes to now, without what was better before and stays; only where the two differ. */
  private async packageScores(em: EntityManager, attempts: readonly InspectedRow[]): Promise<ReadonlyMap<string, number | null>> {
    const states = await sequencingOf(
      em,
      attempts.map(({ id }) => id),
    );
    const sequenced = attempts.filter(({ id }) => states.has(id));
    const packages = await this.played.of(
      em,
      sequenced.map(({ package_id }) => package_id),
    );
    return new Map(
      sequenced.flatMap(({ id, package_id, scaled }) => {
        const [tree, state] = [packages.get(package_id)?.tree, states.get(id)];
        const own = tree && state ? sequencedResult(tree, state, {}).scaled : scaled;
        return own === scaled ? [] : [[id, own]];
      }),
    );
  }
}

/** The chain holds the row as it stands: nobody may change it until the entry is written, which is at once. */
const noteLook = async (em: EntityManager, record: Recorder, id: ContentAttemptId): Promise<void> => {
  await lockAttempts(em, [id]);
  record.audit('content-attempt', 'inspected', [id]);
};

const withHints = async (em: EntityManager, attempts: readonly InspectedRow[]): Promise<(InspectedRow & Pick<Inspected, 'hints'>)[]> => {
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
