import type { Clock } from './clock.js';
import type { Random } from './random.js';

/** UUIDv7 (RFC 9562, section 5.7): 48 bits of milliseconds, then 74 random bits, so that new rows land at the end of an index. */
export class Ids {
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** The next id, typed as the caller's branded id. */
  next<T extends string = string>(): T {
    const bytes = this.random.bytes(16);
    bytes.writeUIntBE(this.clock.now().getTime(), 0, 6);
    bytes[6] = (bytes[6]! & 0x0f) | 0x70;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as T;
  }
}
