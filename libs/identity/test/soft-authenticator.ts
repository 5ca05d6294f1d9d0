import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;
const head = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
/** As much of RFC 8949 as a passkey speaks. */
const cbor = (value: Cbor): Buffer => {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, each]) => [cbor(key), cbor(each)])]);
};
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** What an authenticator is made to do wrong. */
export interface Wish {
  origin?: string;
  rpId?: string;
  /** False: nobody was asked for finger, face or PIN. */
  verified?: boolean;
  counter?: number;
  challenge?: string;
}

/** A passkey in software, written from W3C Web Authentication (level 3, sections 6.1, 6.5.4, 7), so that no library checks itself. */
export class SoftAuthenticator {
  counter = 0;
  readonly id = randomBytes(16);
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(
    private readonly origin: string,
    private readonly rpId: string,
  ) {}

  /** What `navigator.credentials.create` would give for these options. */
  make({ challenge }: { challenge: string }, wish: Wish = {}) {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' }) as { x: string; y: string };
    const key = new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cbor(key)]);
    const authData = Buffer.concat([this.data(wish, 0x40), credential]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.answer({
      clientDataJSON: this.client('webauthn.create', challenge, wish).toString('base64url'),
      attestationObject: cbor(attestation).toString('base64url'),
    });
  }

  /** What `navigator.credentials.get` would give. */
  use({ challenge }: { challenge: string }, wish: Wish = {}) {
    const client = this.client('webauthn.get', challenge, wish);
    const data = this.data(wish);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey).toString('base64url'),
    });
  }

  private answer<R>(response: R) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }

  private client(type: string, challenge: string, wish: Wish): Buffer {
    return Buffer.from(
      JSON.stringify({ type, challenge: wish.challenge ?? challenge, origin: wish.origin ?? this.origin, crossOrigin: false }),
    );
  }

  private data({ rpId = this.rpId, verified = true, counter = this.counter }: Wish, flags = 0): Buffer {
    const rest = Buffer.alloc(5);
    rest[0] = flags | 0x01 | (verified ? 0x04 : 0);
    rest.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), rest]);
  }
}
