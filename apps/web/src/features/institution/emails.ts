/** Addresses in a pasted text, each once, in lower case, in order: separated by anything that cannot stand in one. */
export const emailsIn = (text: string): string[] => [
  ...new Set([...text.toLowerCase().matchAll(/[^\s,;<>()[\]"']+@[^\s,;<>()[\]"']+\.[^\s,;<>()[\]"'.]+/g)].map(([address]) => address)),
];

/** Runs `act` for every item, `width` at a time, and gives the results in the order of the items. */
export const inLanes = async <T, R>(items: readonly T[], width: number, act: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = items.entries();
  const lane = async (): Promise<void> => {
    const next = queue.next();
    if (next.done) return;
    const [at, item] = next.value;
    results[at] = await act(item);
    return lane();
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
};
