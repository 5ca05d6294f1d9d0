/**
 * Begins all works at the first call for one of them, in `lanes` beside one another, and answers each call with the end of its own. So
 * tests keep their names and failures while what they wait for happens at the same time.
 */
export const besideOneAnother = (
  lanes: number,
  works: readonly (readonly [name: string, work: () => Promise<void>])[],
): ReadonlyMap<string, () => Promise<void>> => {
  const ends = new Map<string, Promise<void>>();
  const begin = (): void => {
    const last: Promise<void>[] = Array.from({ length: lanes }, () => Promise.resolve());
    works.forEach(([name, work], at) => {
      const end = last[at % lanes]!.then(work);
      ends.set(name, end);
      last[at % lanes] = end.catch(() => undefined); // told to whoever calls for it
    });
  };
  const ended = (name: string): Promise<void> => {
    if (ends.size === 0) begin();
    return ends.get(name)!;
  };
  return new Map(works.map(([name]) => [name, () => ended(name)]));
};
