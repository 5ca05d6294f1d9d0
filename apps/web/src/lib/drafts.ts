import { memoryAt, placesFrom } from './device-memory.js';

/** What somebody typed and has not saved. */
interface Draft<T> {
  /** When it was last typed at, milliseconds since 1970 on this device. */
  at: number;
  /** What the thing was before, as text. */
  ground: string;
  fields: T;
}

const family = 'aula.draft.';
const longest = 30 * 86_400_000;
const placeOf = (person: string, thing: string): string => `${family}${person}.${thing}`;

const parsed = <T>(text: string | null): Draft<T> | undefined => {
  try {
    return text === null ? undefined : (JSON.parse(text) as Draft<T>);
  } catch {
    return undefined; // half a write of a device that went out
  }
};

/** The draft that this person left of a thing; undefined when there is none. */
export const readDraft = <T>(person: string, thing: string): Draft<T> | undefined => parsed(memoryAt(placeOf(person, thing)).read());

/** Keeps a draft on this device, or with null forgets it. */
export const writeDraft = <T>(person: string, thing: string, draft: Draft<T> | null): void => {
  memoryAt(placeOf(person, thing)).write(draft === null ? null : JSON.stringify(draft));
};

/** Names of the things of this person, beginning with `start`, of which there is a draft. */
export const draftsOf = (person: string, start = ''): string[] =>
  placesFrom(placeOf(person, start)).map((place) => place.slice(placeOf(person, '').length));

/** Forgets what this person has not saved. */
export const forgetDrafts = (person: string): void => {
  for (const thing of draftsOf(person)) writeDraft(person, thing, null);
};

/** Forgets what nobody came back to for a month, whoever it was. `now`: milliseconds since 1970. */
export const forgetOldDrafts = (now: number): void => {
  for (const place of placesFrom(family)) {
    const draft = parsed(memoryAt(place).read());
    if (!draft || now - draft.at > longest) memoryAt(place).write(null);
  }
};
