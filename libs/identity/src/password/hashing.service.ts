import { Inject, Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { Problem, SETTINGS, deriveKey, type Settings } from '@aula/platform';

/** The least that OWASP and ASVS 5.0 (appendix C) ask of argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mostWaiting = 100;

/** Hashes passwords, two at a time: a storm of sign-ins waits here instead of taking processors and memory from everything else. */
@Injectable()
export class Hashing {
  private readonly pepper: Buffer;
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private dummy: Promise<string> | undefined;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.pepper = deriveKey(settings.secret, 'password-pepper');
  }

  /** The PHC string of a password. Problem: unavailable `busy`. */
  hash(password: string): Promise<string> {
    return this.inSlot(() => this.derive(password));
  }

  /** Runs `body` when one of the slots is free. Problem: unavailable `busy` when too many wait. */
  async inSlot<T>(body: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting) throw new Problem('unavailable', 'busy', {}, { retryAfter: 5 });
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await body();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  /** Whether the password is the one of `stored`. Without `stored` the same work is done in vain, so that time tells nothing. In a slot. */
  async matches(stored: string | undefined, password: string): Promise<boolean> {
    this.dummy ??= this.derive('nobody has this password');
    const right = await verify(stored ?? (await this.dummy), password, { secret: this.pepper });
    return stored !== undefined && right;
  }

  /** A new hash of a password whose stored hash is weaker than today's, else undefined. In a slot. */
  async renewed(stored: string, password: string): Promise<string | undefined> {
    const used = parseOptions(stored);
    const same = used.memoryCost === cost.memoryCost && used.timeCost === cost.timeCost && used.parallelism === cost.parallelism;
    return same ? undefined : this.derive(password);
  }

  private derive(password: string): Promise<string> {
    return hash(password, { ...cost, secret: this.pepper });
  }
}
