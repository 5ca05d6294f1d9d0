import { Injectable } from '@nestjs/common';
import type { EnrollmentBatchId } from '@aula/contracts';
import { Ids, Job, Work, inOrder } from '@aula/platform';
import { keepBatch } from '../enrollment-batch/enrollment-batch.queries.js';
import { pauseUnlessAllowed } from './author.queries.js';
import { dueRules, takeUpRule } from './enrollment-rule.queries.js';

@Injectable()
export class EnrollmentRuleJobs {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  /** Orders a batch for every standing rule that somebody new fits. A rule whose author may not enroll any more rests instead. */
  @Job('enrollment.apply-rules')
  async apply(): Promise<void> {
    const due = await this.work.read(dueRules);
    await inOrder(due, ({ id: ruleId }) =>
      this.work.run(async (em, record) => {
        if (await pauseUnlessAllowed(em, ruleId)) return;
        const standing = await takeUpRule(em, ruleId);
        if (!standing) return;
        const { edition_id, rule, reach, requested_by } = standing;
        const id = this.ids.next<EnrollmentBatchId>();
        const batch = { id, edition_id, kind: 'rule' as const, institution_id: null, rule, reach, requested_by };
        await keepBatch(em, { ...batch, standing_rule_id: ruleId }, []);
        record.order('enrollment.enroll-cohort', [id]);
      }),
    );
  }
}
