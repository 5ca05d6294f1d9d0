import { Injectable } from '@nestjs/common';
import { Job } from '@aula/platform';
import { StatusLists } from './status-list.service.js';

@Injectable()
export class StatusListJobs {
  constructor(private readonly lists: StatusLists) {}

  /** Publishes one list, or all of them when ordered by the clock, long before any of them is stale. */
  @Job('accreditation.publish-status-list')
  publish(id: string | null): Promise<void> {
    return id === null ? this.lists.publishAll() : this.lists.publish(id);
  }
}
