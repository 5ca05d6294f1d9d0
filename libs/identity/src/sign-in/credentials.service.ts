import { Injectable } from '@nestjs/common';
import { Problem, Work } from '@aula/platform';
import { Hashing } from '../password/hashing.service.js';
import { setPassword } from '../password/password.queries.js';
import { credentialsOf } from './sign-in.queries.js';
import { Throttle } from './throttle.service.js';

/** Whose password it is, at the pace that `Throttle` allows. */
@Injectable()
export class Credentials {
  constructor(
    private readonly work: Work,
    private readonly hashing: Hashing,
    private readonly throttle: Throttle,
  ) {}

  /** The person whose password it is. Problems: not-signed-in `sign-in.refused` or `sign-in.merged`; too-many-requests; busy. */
  async prove(account: string, password: string, address: string): Promise<string> {
    const keys = this.throttle.keysOf(account, address);
    await this.throttle.demand(keys); // a blocked account must not fill the slots
    return this.hashing.inSlot(async () => {
      await this.throttle.demand(keys); // again, so that a burst gains no more tries than there are slots
      const known = await this.work.read((em) => credentialsOf(em, account));
      const hash = await this.matching(known?.hashes ?? [], password);
      if (!known || hash === undefined) {
        await this.throttle.failed(keys);
        throw new Problem('not-signed-in', 'sign-in.refused');
      }
      await this.throttle.succeeded(keys);
      if (known.kept !== null) throw new Problem('not-signed-in', 'sign-in.merged', { email: known.kept });
      const renewed = await this.hashing.renewed(hash, password);
      if (renewed) await this.work.run((em) => setPassword(em, known.personId, renewed));
      return known.personId;
    });
  }

  /** The hash that the password has; something is hashed also where there is none, so that the time does not tell. */
  private async matching([hash, ...others]: readonly string[], password: string): Promise<string | undefined> {
    if (await this.hashing.matches(hash, password)) return hash;
    return others.length > 0 ? this.matching(others, password) : undefined;
  }

  /** As `prove`, for somebody who is signed in. Problems: password.current-wrong; too-many-requests; busy. */
  async demand(account: string, password: string, address: string): Promise<void> {
    await this.prove(account, password, address).catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'sign-in.refused' ? new Problem('invalid', 'password.current-wrong') : error;
    });
  }

  /** Ends the delay that wrong passwords have brought upon an account: its person has a new password. */
  async forgive(account: string): Promise<void> {
    await this.throttle.succeeded(this.throttle.keysOf(account, ''));
  }
}
