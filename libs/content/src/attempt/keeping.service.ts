import { Injectable } from '@nestjs/common';
import type { RuntimeFiles } from '@aula/contracts';
import { Problem, Work } from '@aula/platform';
import { filesOf } from './file.queries.js';
import { PassService } from './pass.service.js';
import { PlayerService } from './player.service.js';

/** Says what a device keeps to play an attempt without a line. */
@Injectable()
export class KeepingService {
  constructor(
    private readonly passes: PassService,
    private readonly player: PlayerService,
    private readonly work: Work,
  ) {}

  /** For an attempt that counts alone. Problem: not-signed-in `content.token-refused`, for a preview, a review and a stale token too. */
  async files(host: string, token: string | undefined): Promise<RuntimeFiles> {
    const { packageId, mode, fresh } = await this.passes.ofToken(token, host);
    if (mode !== 'normal' || !fresh) throw new Problem('not-signed-in', 'content.token-refused');
    return { files: await this.work.read((em) => filesOf(em, packageId)), player: this.player.names };
  }
}
