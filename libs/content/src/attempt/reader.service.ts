import { Injectable } from '@nestjs/common';
import { Clock } from '@aula/platform';

/** Who asks: the files cookies, on one attempt's host. */
export interface Reader {
  readonly host: string;
  readonly cookies: string;
}

/** ms. A page asks for dozens of files at once; a withdrawal takes hold of the next ones this much later. */
const lifetime = 1_000;
const most = 20_000;

/** Readers who have just proved that a package's files are theirs. Files alone: what is said of a learner is always looked up. */
@Injectable()
export class ReaderService {
  private readonly known = new Map<string, { packageId: string; until: number }>();

  constructor(private readonly clock: Clock) {}

  remember(reader: Reader, packageId: string): void {
    const key = keyOf(reader);
    this.known.delete(key);
    this.known.set(key, { packageId, until: this.clock.now().getTime() + lifetime });
    const oldest = this.known.keys().next();
    if (this.known.size > most && !oldest.done) this.known.delete(oldest.value);
  }

  /** The package whose files the reader may have, if that was proved within the last second. */
  packageOf(reader: Reader): string | undefined {
    const known = this.known.get(keyOf(reader));
    return known && known.until > this.clock.now().getTime() ? known.packageId : undefined;
  }
}

const keyOf = ({ host, cookies }: Reader): string => `${host} ${cookies}`;
