import { Injectable } from '@nestjs/common';
import { Job, Work } from '@aula/platform';
import { removeLaunches } from './launch.queries.js';

/** Orders that keep launches small. */
@Injectable()
export class LaunchJobs {
  constructor(private readonly work: Work) {}

  /** Codes that nobody redeemed and tokens that have lapsed; attempts and what was recorded stay. */
  @Job('content.remove-launches')
  async removeLaunches(): Promise<void> {
    await this.work.inChunks(500, (em, _record, limit) => removeLaunches(em, limit));
  }
}
