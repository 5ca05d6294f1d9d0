import { createHmac, timingSafeEqual } from 'node:crypto';
import { PersonId, type Actor } from '@aula/contracts';
import { deriveKey } from '../settings/keys.js';

/** What a token opens: one thing, for one person, until an instant in seconds since 1970. */
export interface Pass {
  personId: PersonId;
  until: number;
}
/** Who comes: a signed-in person (`until` null), or somebody with a pass, who is the person it was given to and has no role. */
export interface Caller {
  actor: Actor;
  until: number | null;
}

/**
 * Tokens that open one thing each and nothing else. A token holds its pass and an HMAC-SHA-256 (RFC 2104) over it, what it opens and
 * which of it, so that nothing is kept and none is looked up: it is told from a forged one before any statement runs.
 */
export class Passes {
  private readonly key: Buffer;

  constructor(installationSecret: string) {
    this.key = deriveKey(installationSecret, 'passes');
  }

  /** The token of a pass to the thing `id`; `kind` is the header that carries it. */
  tokenFor(kind: string, id: string, { personId, until }: Pass): string {
    const said = Buffer.alloc(bytes.said);
    said.write(personId.replaceAll('-', ''), 'hex');
    said.writeUIntBE(Math.ceil(until), bytes.person, bytes.until);
    return Buffer.concat([said, this.seal(kind, id, said)]).toString('base64url');
  }

  /** The pass behind a token; undefined when it is none, or opens something else. Whether it is over, the verb's statement asks. */
  behind(kind: string, id: string, token: string): Pass | undefined {
    const read = Buffer.from(token, 'base64url');
    if (read.length !== bytes.said + bytes.seal) return undefined;
    const said = read.subarray(0, bytes.said);
    if (!timingSafeEqual(read.subarray(bytes.said), this.seal(kind, id, said))) return undefined;
    const hex = said.toString('hex', 0, bytes.person).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    return { personId: PersonId.parse(hex), until: said.readUIntBE(bytes.person, bytes.until) };
  }

  private seal(kind: string, id: string, said: Buffer): Buffer {
    return createHmac('sha256', this.key).update(`${kind} ${id.toLowerCase()} `).update(said).digest();
  }
}

const bytes = { person: 16, until: 6, said: 22, seal: 32 } as const;
