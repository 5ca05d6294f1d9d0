/** The smallest number that everybody may know. */
const least = 5;

/**
 * The parts of a total as everybody may know them; null where a part is below five, and where it must be hidden with those so that
 * subtracting the others from the total tells none of them: the hidden parts are two at least, and five people at least together.
 * The order of the parts stays. A total below five hides itself and all its parts.
 */
export const suppress = (parts: readonly number[], total: number): { parts: (number | null)[]; total: number | null } => {
  if (total < least) return { parts: parts.map(() => null), total: null };
  const bySize = parts.map((value, place) => ({ value, place })).sort((a, b) => a.value - b.value || a.place - b.place);
  const hidden = new Set<number>();
  let sum = 0;
  for (const { value, place } of bySize) {
    if (value >= least && (hidden.size === 0 || (hidden.size > 1 && sum >= least))) break;
    hidden.add(place);
    sum += value;
  }
  return { parts: parts.map((value, place) => (hidden.has(place) ? null : value)), total };
};
