import { createHash } from 'node:crypto';

/** Chance that repeats itself: the same words draw the same numbers, in whatever order lives are told. */
export class Chance {
  private state: number;

  constructor(words: string) {
    this.state = createHash('sha256').update(words).digest().readUInt32LE(0);
  }

  /** The next number from 0 to below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Some of the items, in a drawn order. */
  some<T>(items: readonly T[], count: number): T[] {
    return items
      .map((item) => ({ item, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ item }) => item);
  }
}

/** The UUIDv7 (RFC 9562, section 5.7) that something of that moment would have been given; always the same for the same words. */
export const idAt = (at: Date, words: string): string => {
  const bytes = createHash('sha256').update(words).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
