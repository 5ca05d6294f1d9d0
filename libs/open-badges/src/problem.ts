/** Why something cannot be built or signed. `path` is a JSON pointer (RFC 6901) or the name of the argument. */
export type OpenBadgesErrorCode =
  | 'control-character'
  | 'lone-surrogate'
  | 'not-ascii-name'
  | 'not-an-integer'
  | 'not-json'
  | 'missing-value'
  | 'bad-index'
  | 'bad-length'
  | 'bad-time'
  | 'bad-url'
  | 'bad-key'
  | 'bad-encoding'
  | 'already-signed'
  | 'bad-template';

/** Thrown by the functions that build and sign; the ones that verify never throw. */
export class OpenBadgesError extends Error {
  constructor(
    readonly code: OpenBadgesErrorCode,
    readonly path: string,
  ) {
    super(`${code} at ${path || 'the root'}`);
    this.name = 'OpenBadgesError';
  }
}
