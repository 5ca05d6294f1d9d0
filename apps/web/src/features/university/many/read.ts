/** One thing to be checked: a number, or a document that somebody holds. `label`: what it is called in the results. */
export type Wanted = { label: string; id: string } | { label: string; credential: Record<string, unknown> };

/** Most that are checked at once. */
export const mostAtOnce = 1_000;

/** Numbers of certificates in any text: lists, spreadsheets, addresses; each once, in the order in which they come. */
export const numbersIn = (text: string): Wanted[] => {
  const found = [...text.toLowerCase().matchAll(/(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{26}(?![0-9a-z])/g)].map(([id]) => id);
  return [...new Set(found)].map((id) => ({ label: id, id }));
};

/** What a file holds: a JSON document or a list of them, else whatever numbers its text has. `name`: what documents are called after it. */
export const wantedIn = (text: string, name: (place: number) => string): Wanted[] => {
  const value = parsed(text);
  if (value === undefined) return numbersIn(text);
  const documents = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isDocument);
  return documents.length > 0 ? documents.map((credential, place) => ({ label: name(place + 1), credential })) : numbersIn(text);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isDocument = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'credentialSubject' in value;
