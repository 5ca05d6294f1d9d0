import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimits, SETTINGS, deriveKey, type Settings } from '@aula/platform';

/** What one address may ask in public: plenty for a person or a desk that checks a pile, nothing against 128 bits. */
const budget = { limit: 120, windowSeconds: 60 };

/** Counts what visitors ask by address, which is kept as a keyed hash only. */
@Injectable()
export class Callers {
  private readonly key: Buffer;

  constructor(
    private readonly limits: RateLimits,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'caller-address');
  }

  /** Spends one question of an address. Problem: too-many `too-many-requests`. */
  count(address: string): Promise<void> {
    const hashed = createHmac('sha256', this.key).update(address).digest('base64url');
    return this.limits.spend({ key: `credential:${hashed}`, ...budget });
  }
}
