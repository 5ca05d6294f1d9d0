import { memoryAt } from './device-memory.js';

/** How many answers are kept, and the characters of the largest: all together half of what browsers give to one address. */
const most = 40;
const largest = 60_000;
const place = 'aula.kept';

/** Whose answers are on this device, and when each was loaded (milliseconds since 1970). */
interface Register {
  person: string;
  loaded: Record<string, number>;
}

const at = (hash: string) => memoryAt(`${place}.${hash}`);
const register = memoryAt(place);

/** What lets somebody in is written nowhere. */
const withoutTokens = (name: string, value: unknown): unknown => (name === 'token' ? null : value);

const parsed = <T>(text: string | null): T | undefined => {
  try {
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined; // half a write of a device that went out
  }
};

/** Removes what is kept of anybody. */
export const forgetAnswers = (): void => {
  for (const hash of Object.keys(parsed<Register>(register.read())?.loaded ?? {})) at(hash).write(null);
  register.write(null);
};

/** Keeps an answer for times without a line; those of another person are forgotten first, the oldest give way. */
export const keepAnswer = (person: string, hash: string, data: unknown, loaded: number): void => {
  const before = parsed<Register>(register.read());
  if (before && before.person !== person) forgetAnswers();
  const text = JSON.stringify(data, withoutTokens);
  if (text.length > largest) return;
  const all = before?.person === person ? { ...before.loaded, [hash]: loaded } : { [hash]: loaded };
  const byAge = Object.entries(all).sort(([, one], [, other]) => other - one);
  for (const [old] of byAge.slice(most)) at(old).write(null);
  register.write(JSON.stringify({ person, loaded: Object.fromEntries(byAge.slice(0, most)) } satisfies Register));
  at(hash).write(text);
};

/** What was kept under this name and when it was loaded; undefined for nothing. */
export const keptAnswer = <T>(hash: string): { data: T; loaded: number } | undefined => {
  const loaded = parsed<Register>(register.read())?.loaded[hash];
  const data = parsed<T>(at(hash).read());
  return loaded === undefined || data === undefined ? undefined : { data, loaded };
};
