import { Injectable } from '@nestjs/common';
import { Clock, Job, ObjectStorage, Work, removeForsaken } from '@aula/platform';
import { forsakenKeys } from './course-file.queries.js';
import { filesPrefix } from './course-file.service.js';

@Injectable()
export class CourseFileJobs {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  /** Removes files that were stored and then, because a process was killed, became no file of a course. */
  @Job('catalog.remove-forsaken-files')
  async removeForsaken(): Promise<void> {
    await removeForsaken(this.storage, filesPrefix, this.clock.now(), (keys) =>
      this.work.read((em) => forsakenKeys(em, filesPrefix, keys)),
    );
  }
}
