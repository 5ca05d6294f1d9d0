/** `items` with the one at `at` one place up (−1) or down (1); undefined where there is no further place. */
export const moved = <T>(items: readonly T[], at: number, by: -1 | 1): T[] | undefined => {
  const to = at + by;
  const item = items[at];
  if (item === undefined || to < 0 || to >= items.length) return undefined;
  const rest = items.filter((_, place) => place !== at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
};
