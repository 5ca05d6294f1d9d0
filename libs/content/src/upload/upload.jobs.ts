import { Injectable } from '@nestjs/common';
import { Clock, Job, ObjectStorage, Work, removeForsaken } from '@aula/platform';
import { uploadsFolder } from './upload.entity.js';
import { partsWithoutUpload } from './upload.queries.js';
import { UploadService } from './upload.service.js';

@Injectable()
export class UploadJobs {
  constructor(
    private readonly uploads: UploadService,
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  @Job('content.assemble-upload')
  async assemble(id: string): Promise<void> {
    await this.uploads.assemble(id);
  }

  /** Removes uploads whose time is over, and parts that a crash left without any. */
  @Job('content.sweep-uploads')
  async sweep(): Promise<void> {
    await this.uploads.removeExpired();
    await removeForsaken(this.storage, uploadsFolder, this.clock.now(), (keys) => this.work.read((em) => partsWithoutUpload(em, keys)));
  }
}
