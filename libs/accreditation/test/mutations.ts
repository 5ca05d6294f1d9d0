/** Seed of the samples; printed in the test's name, and given back as AULA_SEED to repeat a run. */
export const seed = Number(process.env['AULA_SEED'] ?? Date.now() & 0xffff);

export type Path = readonly (string | number)[];
export type Change = 'changed' | 'removed' | 'retyped' | 'null';

/** Paths of all leaves of a JSON document. */
export const leavesOf = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, Array.isArray(value) ? Number(name) : name]))
    : [path];

/** A copy with one leaf changed. */
export const mutated = (document: object, path: Path, change: Change): object => {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as typeof holder;
  const last = path.at(-1) ?? '';
  if (change === 'removed') {
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else Reflect.deleteProperty(holder, last);
  } else if (change === 'null') holder[last] = null;
  else holder[last] = change === 'retyped' ? [holder[last]] : flipped(String(holder[last]));
  return copy;
};

/** One bit of one character in the middle, so that the shape stays plausible. */
const flipped = (text: string): string => {
  const place = Math.floor(text.length / 2);
  return text.slice(0, place) + String.fromCharCode(text.charCodeAt(place) ^ 1) + text.slice(place + 1);
};
