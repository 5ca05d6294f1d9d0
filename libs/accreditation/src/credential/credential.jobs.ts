import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Job, type Recorder } from '@aula/platform';
import { Awards } from './award.service.js';
import { Issuing } from './issue.service.js';

@Injectable()
export class CredentialJobs {
  constructor(
    private readonly issuing: Issuing,
    private readonly awards: Awards,
  ) {}

  /** Signs up to 500 pending credentials in the claiming transaction. */
  @Job('accreditation.issue-credentials')
  issue(ids: string[], em: EntityManager, record: Recorder): Promise<void> {
    return this.issuing.issue(ids, em, record);
  }

  @Job('accreditation.award-missed')
  async awardMissed(): Promise<void> {
    await this.awards.awardMissed();
  }
}
