import { STATUS_LIST_ENTRIES } from '@aula/open-badges';

/** Entries of one list: the fewest that the standard allows, so that the list stays small. Bitstring Status List 1.0 section 3.1. */
export const listEntries = STATUS_LIST_ENTRIES;

const bytesPerEntry = 4;

/**
 * The numbers 0 to `entries` − 1 in random order (Fisher–Yates), 4 bytes each, big endian. Entries are given out along it, so that the
 * place in the list says nothing about who got it when. `random` gives fresh bytes.
 */
export const shuffledEntries = (entries: number, random: (size: number) => Buffer): Buffer => {
  const order = Uint32Array.from({ length: entries }, (_, entry) => entry);
  const draws = random(entries * 6);
  for (let left = entries - 1; left > 0; left -= 1) {
    const drawn = draws.readUIntBE(left * 6, 6) % (left + 1);
    [order[left], order[drawn]] = [order[drawn]!, order[left]!];
  }
  const shuffled = Buffer.alloc(entries * bytesPerEntry);
  order.forEach((entry, place) => shuffled.writeUInt32BE(entry, place * bytesPerEntry));
  return shuffled;
};

/** The entries in a piece of the order. */
export const entriesIn = (piece: Buffer): number[] =>
  Array.from({ length: piece.length / bytesPerEntry }, (_, place) => piece.readUInt32BE(place * bytesPerEntry));

/** How long a published list may be relied on: far longer than the hour between publications. */
const validForMs = 24 * 3_600_000;
/** Readers' clocks may be behind ours. */
const backdatedMs = 5 * 60_000;

/** The period a list that is published at `now` is valid for. */
export const validityFrom = (now: Date): { validFrom: Date; validUntil: Date } => ({
  validFrom: new Date(now.getTime() - backdatedMs),
  validUntil: new Date(now.getTime() + validForMs),
});
