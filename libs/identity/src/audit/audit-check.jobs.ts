import { Inject, Injectable } from '@nestjs/common';
import { Job, SETTINGS, Work, openPool, verifyAudit, workerLimits, type Settings } from '@aula/platform';
import { beginCheck, endCheck, noteProgress } from './audit-check.queries.js';

@Injectable()
export class AuditCheckJobs {
  constructor(
    private readonly work: Work,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Walks every chain as the plumbing's role, which may read what is audited of all houses. */
  @Job('identity.verify-audit')
  async verify(id: string): Promise<void> {
    if (!(await this.work.run((em) => beginCheck(em, id)))) return;
    const pool = openPool(this.settings, 'platform', workerLimits, 1);
    try {
      const report = await verifyAudit(pool, async (seen) => {
        await this.work.run((em) => noteProgress(em, id, seen));
      });
      await this.work.run((em) => endCheck(em, id, report));
    } finally {
      await pool.end();
    }
  }
}
