import { createHash } from 'node:crypto';

/** One write: whose turn it is, and its place in the order of that person's writes. */
export interface Item {
  /** Number of an attempt; two items of one are never on their way at once. */
  place: number;
  sequence: number;
}

/**
 * One kind of write, in both of its forms: as a request over HTTP, and as rows of the baseline's statement. It keeps the books of what
 * was acknowledged, so that every step ends with a comparison against the database.
 */
export interface Traffic {
  /** How many attempts there are: the most items that may be on their way at once. */
  readonly places: number;
  /** The next item of an attempt. */
  next(place: number): Item;
  /** The whole HTTP request of an item. */
  request(item: Item): string;
  /** Throws unless the answer acknowledges the item; then writes it down. */
  acknowledged(item: Item, status: number, body: string): void;
  /** Text and parameters of one prepared statement that leaves the rows which the route leaves: the baseline. */
  readonly statement: string;
  parameters(items: readonly Item[]): unknown[];
  /** Writes down that the statement has committed. */
  committed(item: Item): void;
  /** Statements that empty what grows, so that every step begins alike. */
  reset: readonly string[];
  /** Forgets the books of the step before. */
  begin(): void;
  /** Asks the database for everything that was acknowledged since `begin`; throws when it holds anything else. */
  check(query: Query): Promise<number>;
}

/** Runs one statement and returns its first row. */
export type Query = (text: string, parameters: unknown[]) => Promise<Record<string, unknown>>;

/** Columns of a statement's rows: name, type. */
export type Columns = readonly (readonly [name: string, type: string])[];

/** `unnest($1::uuid[], …) as x(attempt_id, …)`. */
export const unnest = (columns: Columns, alias: string, first = 1): string =>
  `unnest(${columns.map(([, type], at) => `$${first + at}::${type}[]`).join(', ')}) as ${alias}(${columns.map(([name]) => name).join(', ')})`;

/** SHA-256 of a token's secret, by which the academy finds it. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();
