import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, ContentAttemptId, ContentAttemptQuery } from '@aula/contracts';
import { Work, found, type Recorder } from '@aula/platform';
import { lockAttempts } from '../attempt/attempt.queries.js';
import { inspectedFor, inspectedOf, type InspectedRow } from './inspection.queries.js';

/** Looking into what learners did, for those who teach and support them. */
@Injectable()
export class InspectionService {
  constructor(private readonly work: Work) {}

  list(actor: Actor, query: ContentAttemptQuery): Promise<InspectedRow[]> {
    return this.work.read((em) => inspectedFor(em, actor, query));
  }

  /** One attempt with what it has come to. Problem: not-found. */
  one(actor: Actor, id: ContentAttemptId): Promise<InspectedRow> {
    return this.work.read(async (em) => found(await inspectedOf(em, actor, id)));
  }

  /** Reads what a learner did and answered: who looked, and when, stands in the audit chain. Problem: not-found. */
  look<T>(actor: Actor, id: ContentAttemptId, read: (em: EntityManager, attempt: InspectedRow) => Promise<T>): Promise<T> {
    return this.work.run(async (em, record) => {
      const attempt = found(await inspectedOf(em, actor, id));
      await noteLook(em, record, id);
      return read(em, attempt);
    });
  }
}

/** The chain holds the row as it stands: nobody may change it until the entry is written. */
const noteLook = async (em: EntityManager, record: Recorder, id: ContentAttemptId): Promise<void> => {
  await lockAttempts(em, [id]);
  record.audit('content-attempt', 'inspected', [id]);
};
