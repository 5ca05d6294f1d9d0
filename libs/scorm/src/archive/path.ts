import type { FindingCode } from '../finding.js';

/**
 * `path` is relative, with `/` only, in Unicode NFC, without `.` and `..`. `directory`: the name ended in a slash (`path` has none; it
 * is '' for the archive's own folder `./`). `repaired`: backslashes were read as slashes (report `archive-name-backslash`).
 */
export type ArchivePath =
  | { ok: true; path: string; directory: boolean; repaired: boolean }
  | { ok: false; code: Extract<FindingCode, `archive-name-${string}`>; parameters: Record<string, string | number> };

type Refusal = Extract<ArchivePath, { ok: false }>;

const longestPath = 512; // characters
const longestPart = 255; // UTF-8 bytes: what common file systems hold
const reserved = ['_p', '_rt', 'sw.js'];

/**
 * The safe place of an archive entry inside the package, or why it has none. Never throws. Percent-encoded forms of an escape are
 * refused as well, because a server further on may decode them.
 */
export function archivePath(rawName: string): ArchivePath {
  if (rawName === '') return refuse('archive-name-empty');
  if (/\p{Surrogate}/u.test(rawName)) return refuse('archive-name-unreadable');
  const name = rawName.replaceAll('\\', '/').normalize('NFC');
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  const path = parts.join('/');
  // the path as well as the name: `./C:x` shows its drive only once it is cleaned
  for (const form of [...decodedForms(name), ...decodedForms(path)]) {
    const refusal = refusalOf(form);
    if (refusal) return refusal;
  }
  if (path.length > longestPath || parts.some((part) => Buffer.byteLength(part) > longestPart)) {
    return refuse('archive-name-too-long', { limit: longestPath });
  }
  return { ok: true, path, directory: /(^|\/)\.?$/.test(name), repaired: rawName.includes('\\') };
}

function refusalOf(name: string): Refusal | undefined {
  // eslint's no-control-regex would object to a pattern
  if ([...name].some((letter) => letter < ' ' || letter === '\u007f')) return refuse('archive-name-control-character');
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return refuse('archive-name-absolute');
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  // `..`, but also `...` and `.. `, which some systems shorten to it
  if (parts.some((part) => /^[. ]*\.\.[. ]*$/.test(part))) return refuse('archive-name-escapes');
  const first = parts[0]?.toLowerCase() ?? '';
  if (reserved.includes(first)) return refuse('archive-name-reserved', { reserved: first });
  return undefined;
}

/** The name itself and what it becomes when ASCII percent escapes are decoded, up to three times. */
function decodedForms(name: string): string[] {
  const forms = [name];
  for (let round = 0; round < 3; round++) {
    const last = forms.at(-1) ?? '';
    const next = last.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))).replaceAll('\\', '/');
    if (next === last) break;
    forms.push(next);
  }
  return forms;
}

const refuse = (code: Refusal['code'], parameters: Refusal['parameters'] = {}): Refusal => ({ ok: false, code, parameters });
