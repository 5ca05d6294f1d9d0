import { Injectable } from '@nestjs/common';
import { Job, Work, repeat } from '@aula/platform';
import { markProgressed, noteRefreshed, recountCells, recountMarked, recountNext } from './refresh.queries.js';

/** Facts of one transaction, each of up to a thousand enrollments: many, since what happens to somebody comes in several. */
const factsAtOnce = 20;
/** Enrollments of one transaction. */
const chunk = 5_000;

/** Orders that keep the numbers right. */
@Injectable()
export class UpkeepJobs {
  constructor(private readonly work: Work) {}

  /** Counts what facts have marked since the last time. */
  @Job('insights.refresh')
  async refresh(): Promise<void> {
    await this.work.inChunks(factsAtOnce, (em, _record, limit) => recountMarked(em, limit));
    await this.work.run((em) => noteRefreshed(em));
  }

  @Job('insights.follow-progress')
  async followProgress(): Promise<void> {
    await this.work.run((em) => markProgressed(em));
  }

  /** Counts every enrollment anew, then the cells from them. A crash begins again: what is counted already does not change. */
  @Job('insights.rebuild')
  async rebuild(): Promise<void> {
    let last: string | null = null;
    await repeat(async () => {
      last = await this.work.run((em) => recountNext(em, last, chunk)); // moves on with the commit: a transaction may be repeated
      return last !== null;
    });
    await this.work.run((em) => recountCells(em));
    await this.work.run((em) => noteRefreshed(em));
  }
}
