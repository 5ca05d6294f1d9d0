import { isObject, isStrings, type JsonObject } from './json.js';
import { publicKeyFromMultibase } from './keys.js';
import { OpenBadgesError } from './problem.js';
import { timestamp } from './time.js';
import type { ResolvedKey, ResolveKey } from './verify.js';

/** A key in a DID document. */
export interface DidKey {
  /** Fragment without `#`. */
  readonly fragment: string;
  readonly publicKeyMultibase: string;
  /** A retired key stays listed with its end, outside `assertionMethod`. */
  readonly retiredAt?: Date;
}

const loopback = ['localhost'];

/**
 * `did:web` of an address: port percent-encoded, path with colons (did:web method specification, "Create"). Plain http only on
 * `localhost`, for demonstrations. Throws `OpenBadgesError` `bad-url`.
 */
export function didWebFromUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || parsed.username || parsed.password || parsed.search || parsed.hash || !isHost(parsed.hostname))
    throw new OpenBadgesError('bad-url', 'url');
  if (parsed.protocol !== 'https:' && !(parsed.protocol === 'http:' && loopback.includes(parsed.hostname)))
    throw new OpenBadgesError('bad-url', 'url');
  const path = parsed.pathname.split('/').filter((segment) => segment !== '');
  return ['did:web', parsed.host.replace(':', '%3A'), ...path.map((segment) => segment.replaceAll(':', '%3A'))].join(':');
}

/** Address of the DID document, always https (did:web, "Read"). Throws `OpenBadgesError` `bad-url`. */
export function didWebUrl(did: string): string {
  const [scheme, method, host = '', ...path] = did.split(':');
  const [, name = '', port = ''] = /^([A-Za-z0-9.-]+)(?:%3[Aa](\d{1,5}))?$/.exec(host) ?? [];
  if (scheme !== 'did' || method !== 'web' || !isHost(name) || !path.every(isSegment)) throw new OpenBadgesError('bad-url', 'did');
  const place = path.length > 0 ? path.join('/') : '.well-known';
  return `https://${name}${port === '' ? '' : `:${port}`}/${place}/did.json`;
}

/** The DID document (DID 1.0 section 4; Controlled Identifiers 1.0 section 2). Throws `OpenBadgesError`. */
export function didWebDocument(did: string, keys: readonly DidKey[]): JsonObject {
  didWebUrl(did);
  for (const key of keys) publicKeyFromMultibase(key.publicKeyMultibase);
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ fragment, publicKeyMultibase, retiredAt }) => ({
      id: `${did}#${fragment}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
      ...(retiredAt ? { expires: timestamp(retiredAt) } : {}),
    })),
    assertionMethod: keys.filter(({ retiredAt }) => !retiredAt).map(({ fragment }) => `${did}#${fragment}`),
  };
}

/**
 * Resolves the keys of one DID document; knows nothing when the document is malformed or not of that DID. A retired key is not
 * resolved: without an anchor of the time of signing its proofs could be dated back. Never throws.
 */
export function keyResolver(did: string, document: unknown): ResolveKey {
  const keys = new Map<string, ResolvedKey>();
  if (isObject(document) && document.id === did && isStrings(document.assertionMethod) && Array.isArray(document.verificationMethod)) {
    for (const method of document.verificationMethod as readonly unknown[]) {
      const key = readMethod(did, method);
      if (key && document.assertionMethod.includes(key.id)) keys.set(key.id, key);
    }
  }
  return (verificationMethod) => keys.get(verificationMethod) ?? null;
}

function readMethod(did: string, method: unknown): (ResolvedKey & { readonly id: string }) | null {
  if (!isObject(method)) return null;
  const { id, type, controller, publicKeyMultibase } = method;
  if (typeof id !== 'string' || !id.startsWith(`${did}#`) || type !== 'Multikey' || controller !== did) return null;
  try {
    return { id, controller: did, publicKey: publicKeyFromMultibase(String(publicKeyMultibase)) };
  } catch {
    return null;
  }
}

/** A domain name; the method forbids IP addresses. */
const isHost = (name: string): boolean => name.length <= 253 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(name) && !/(?:^|\.)\d+$/.test(name);

/** A path segment that stays where it is: no dots, no hidden slash. */
const isSegment = (segment: string): boolean => /^(?:[\w~!$&'()*+,;=@.-]|%3A)+$/i.test(segment) && !/^\.+$/.test(segment);
