import { Injectable } from '@nestjs/common';
import { Job, Work, found, repeat } from '@aula/platform';
import { endAccess } from '../session/session.queries.js';
import { changeImport, importOf, lookUpByIndex } from './import.queries.js';
import { countOutcomes, lastChange, reverseLines } from './reversal.queries.js';

/** People who are put back in one transaction. */
const chunk = 2_000;

@Injectable()
export class ReversalJobs {
  constructor(private readonly work: Work) {}

  /** Takes an import back from its last line to its first; a crash leaves the mark at what is still to do. */
  @Job('identity.reverse-import')
  reverse(id: string): Promise<void> {
    return repeat(() => this.reverseNext(id));
  }

  private reverseNext(id: string): Promise<boolean> {
    return this.work.run(async (em, record) => {
      await lookUpByIndex(em);
      const { state, mergedLine } = found(await importOf(em, id, true));
      if (state !== 'reversing') return false;
      const done = await reverseLines(em, id, mergedLine, chunk);
      const first = done[0];
      if (!first) {
        await changeImport(em, id, { state: 'reversed', progress: 1, reversal: JSON.stringify(await countOutcomes(em, id)) });
        return false;
      }
      await endAccess(
        em,
        done.filter((each) => each.outcome === 'deactivated').map((each) => each.personId),
      );
      record(
        'person.changed',
        done.filter((each) => each.outcome !== 'kept').map((each) => ({ personId: each.personId })),
      );
      const last = await lastChange(em, id);
      await changeImport(em, id, { merged_line: first.line - 1, progress: Math.min(1, Math.max(0, 1 - first.line / last)) });
      return true;
    });
  }
}
