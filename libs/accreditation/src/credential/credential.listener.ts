import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import { Hears, type Recorder } from '@aula/platform';
import { Awards } from './award.service.js';

@Injectable()
export class CredentialListener {
  constructor(private readonly awards: Awards) {}

  /** A completed course earns a credential. */
  @Hears('completion.recorded')
  onCompleted(completions: Items<'completion.recorded'>, em: EntityManager, record: Recorder): Promise<void> {
    return this.awards.award(completions, em, record);
  }
}
