import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears } from '@aula/platform';
import { revokeLaunches } from './launch.queries.js';

/** What content does when others speak. */
@Injectable()
export class AttemptListener {
  /** Whoever was withdrawn can open nothing any more, and what they hand in is set aside. */
  @Hears('enrollment.withdrawn')
  async onWithdrawn(items: Items<'enrollment.withdrawn'>, em: EntityManager): Promise<void> {
    await revokeLaunches(
      em,
      items.map((item) => item.enrollmentId),
    );
  }
}
