import { Injectable } from '@nestjs/common';
import { Job, ObjectStorage, Work } from '@aula/platform';
import { abandonedUploads, closeUploads } from './package.queries.js';
import { RecheckService } from './recheck.service.js';
import { RemovalService } from './removal.service.js';
import { stalled } from './unpacking.queries.js';
import { UnpackingService } from './unpacking.service.js';

@Injectable()
export class PackageJobs {
  constructor(
    private readonly unpacking: UnpackingService,
    private readonly removal: RemovalService,
    private readonly rechecks: RecheckService,
    private readonly work: Work,
    private readonly storage: ObjectStorage,
  ) {}

  @Job('content.unpack-package')
  async unpack(packageId: string): Promise<void> {
    await this.unpacking.unpack(packageId);
  }

  @Job('content.recheck-packages')
  async recheck(): Promise<void> {
    await this.rechecks.all();
  }

  @Job('content.remove-package')
  async remove(holder: string): Promise<void> {
    await this.removal.free(holder);
  }

  /** Orders again what has come to a halt, and removes what interrupted uploads left behind. */
  @Job('content.sweep-packages')
  async sweep(): Promise<void> {
    await this.work.run(async (em, record) => {
      const halted = await stalled(em);
      record.order(
        'content.unpack-package',
        halted.map(({ id }) => id),
      );
    });
    const abandoned = await this.work.read((em) => abandonedUploads(em));
    await this.storage.remove(abandoned.map(({ zip_key: key }) => key));
    await this.work.run((em) =>
      closeUploads(
        em,
        abandoned.map(({ id }) => id),
      ),
    );
  }
}
