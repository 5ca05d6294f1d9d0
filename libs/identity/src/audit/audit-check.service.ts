import { Injectable } from '@nestjs/common';
import type { Actor, AuditCheckId, AuditCheckView, Page, PageQuery } from '@aula/contracts';
import { Ids, Problem, Work } from '@aula/platform';
import { peopleReach } from '../person/person.policy.js';
import { keepCheck, listChecks } from './audit-check.queries.js';

@Injectable()
export class AuditChecks {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  list(actor: Actor, query: PageQuery): Promise<Page<AuditCheckView>> {
    return this.work.read((em) => listChecks(em, peopleReach(actor).everyone, query));
  }

  /** Orders a walk over every chain. Problem: audit.check-running. */
  request({ personId }: Actor): Promise<{ id: AuditCheckId }> {
    return this.work.run(async (em, record) => {
      const id = this.ids.next<AuditCheckId>();
      if (!(await keepCheck(em, id, personId))) throw new Problem('conflict', 'audit.check-running');
      record.order('identity.verify-audit', [id]);
      return { id };
    });
  }
}
