import { codingFor, matchesTag, type Coding } from '@aula/platform';
import { codedKey } from '../package/blob.entity.js';

/** A file of a package, where it lies. */
export interface PackageFile {
  key: string;
  size: number;
  etag: string;
  type: string;
  /** To be saved, never shown in place. */
  attachment: boolean;
  /** Bytes of its compressed forms; null where there is none. */
  br: number | null;
  gzip: number | null;
}

/** What a request asks of a file. */
export interface FileAsked {
  ifNoneMatch: string | undefined;
  ifRange: string | undefined;
  range: string | undefined;
  acceptEncoding: string | undefined;
}

/** How a request is answered: with no body, or with bytes of one stored object. */
export interface FilePlan {
  status: 200 | 206 | 304 | 416;
  headers: Readonly<Record<string, string>>;
  /** The object, and what of it; missing where the answer has no body. */
  body?: { key: string; size: number; range: Range | undefined };
}

/** Bytes `start` to `end`, both counted. */
export interface Range {
  start: number;
  end: number;
}

/**
 * The one range of a Range header (RFC 9110, 14.1.2). Undefined: send the whole, as for several ranges or another unit;
 * `unsatisfiable`: nothing of it exists.
 */
export const rangeOf = (header: string | undefined, size: number): Range | 'unsatisfiable' | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match) return undefined;
  const [first = '', last = ''] = match.slice(1);
  if (first === '' && last === '') return undefined;
  if (first === '') return last === '0' || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'unsatisfiable';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
};

/** The compressed form to send, of those that are stored and the reader takes; undefined: the file as it is. */
export const storedCodingFor = (header: string | undefined, file: Pick<PackageFile, Coding>): Coding | undefined =>
  file.br === null && file.gzip === null ? undefined : codingFor(header, (coding) => file[coding] !== null);

/** Validators first, then the range, as RFC 9110 section 13.2.2 orders them; a part is always one of the file as it is. */
export const planOf = (file: PackageFile, { ifNoneMatch, ifRange, range: wanted, acceptEncoding }: FileAsked): FilePlan => {
  const whole = wholeOf(file, wanted === undefined ? storedCodingFor(acceptEncoding, file) : undefined);
  if (ifNoneMatch === undefined && wanted === undefined) return whole;
  const { lasting: headers, body } = whole;
  const { key, size } = body;
  if (matchesTag(ifNoneMatch, headers['etag']!)) return { status: 304, headers };
  const range = rangeOf(ifRange === undefined || ifRange === headers['etag'] ? wanted : undefined, size);
  if (range === undefined) return whole;
  if (range === 'unsatisfiable') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': '0' } };
  const part = { 'content-range': `bytes ${range.start}-${range.end}/${size}`, 'content-length': String(range.end - range.start + 1) };
  return { status: 206, headers: { ...headers, ...part }, body: { key, size, range } };
};

interface Whole extends Required<FilePlan> {
  /** The headers that an answer without these bytes has too. */
  lasting: FilePlan['headers'];
}
/** Most requests are for a whole file as it was sent before: its plan is made once for each of its forms. */
const wholes = new WeakMap<PackageFile, Map<Coding | undefined, Whole>>();

const wholeOf = (file: PackageFile, coding: Coding | undefined): Whole => {
  const forms = wholes.get(file) ?? new Map<Coding | undefined, Whole>();
  wholes.set(file, forms);
  const known = forms.get(coding);
  if (known) return known;
  const [key, size] = coding ? [codedKey(file.key, coding), file[coding]!] : [file.key, file.size];
  const lasting = headersOf(file, `"${file.etag}${coding ? `-${coding}` : ''}"`, coding);
  const headers = { ...lasting, 'content-length': String(size) };
  const made: Whole = { status: 200, headers, lasting, body: { key, size, range: undefined } };
  forms.set(coding, made);
  return made;
};

const headersOf = ({ type, attachment }: PackageFile, tag: string, coding: Coding | undefined): Record<string, string> => ({
  'content-type': type,
  etag: tag,
  'accept-ranges': 'bytes',
  // The host stands for one package for ever; the pass is its reader's alone, so no shared cache may keep it.
  'cache-control': 'private, max-age=31536000, immutable',
  vary: 'accept-encoding',
  ...(coding ? { 'content-encoding': coding } : {}),
  ...(attachment ? { 'content-disposition': 'attachment' } : {}),
});

/** An address that is a path as it stands: no part begins with a dot, nothing in it is escaped, and it names a file. */
const plain = /^(?:\w[\w.-]*\/)*\w[\w.-]*$/;

/**
 * The path of a package file that an address names, decoded once; an address that ends in a slash names its start page. Undefined: it
 * cannot be a file's.
 */
export const pathOf = (address: string): string | undefined => {
  if (plain.test(address)) return address;
  try {
    const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '').normalize('NFC');
    if (path === '' || path.includes('\0') || path.split('/').some((part) => part === '..' || part === '.')) return undefined;
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return undefined;
  }
};

/**
 * Headers of every answer of the content origin. Authoring tools need inline scripts and eval; what a package may not do is talk to
 * anyone but its own host, be framed by strangers, use devices, or put a service worker over the player.
 */
export const originHeaders = (academy: string): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    "connect-src 'self'",
    "form-action 'self'",
    `frame-ancestors 'self' ${academy}`,
    "object-src 'none'",
    "base-uri 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), unload=(self)',
  'origin-agent-cluster': '?1',
  'x-robots-tag': 'noindex',
});
