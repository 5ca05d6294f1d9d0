const first = 1_000;
const longest = 60_000;

/** Pause in ms before try number `failures` + 1: doubling from one second to a minute, half of it by `chance` (0 to 1) so that a class does not return at once. */
export const backoff = (failures: number, chance: number): number => {
  const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 10));
  return Math.round(full / 2 + (full / 2) * chance);
};
