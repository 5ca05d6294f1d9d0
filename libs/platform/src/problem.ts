import type { ProblemCode, ProblemParameters } from '@aula/contracts';

const problemKinds = {
  invalid: 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'precondition-failed': 412,
  'too-large': 413,
  unsupported: 415,
  'range-not-satisfiable': 416,
  'too-many': 429,
  unavailable: 503,
} as const;
export type ProblemKind = keyof typeof problemKinds;

export interface ProblemMore {
  /** Members of the request that are wrong. */
  errors?: { path: string; message: string; code?: string }[];
  /** Further members of the answer, as the code's contract says. */
  members?: Record<string, unknown>;
  /** Seconds after which a retry makes sense (RFC 9110, Retry-After). */
  retryAfter?: number;
}

/** What went wrong in words that are part of the contract. The filter turns it into RFC 9457 problem details in the reader's language. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code: ProblemCode,
    readonly parameters: ProblemParameters = {},
    readonly more: ProblemMore = {},
  ) {
    super(code);
    this.name = 'Problem';
  }

  get status(): number {
    return problemKinds[this.kind];
  }
}

/** Throws `forbidden` unless the right is there. */
export const ensure = (allowed: boolean, right: string): void => {
  if (!allowed) throw new Problem('forbidden', 'forbidden', { right });
};

/** The value, or `not-found` where there is none. */
export const found = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Problem('not-found', 'not-found');
  return value;
};
