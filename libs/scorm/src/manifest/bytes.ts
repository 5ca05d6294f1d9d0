import type { Findings } from './findings.js';

const utf16Signs: [string, number[]][] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0x3c, 0x00]],
  ['utf-16be', [0x00, 0x3c]],
];

/**
 * XML bytes as text, whatever they claim to be: byte order mark, then UTF-16 by its zero bytes, then strict UTF-8, then the declared
 * encoding, then windows-1252, in which every byte is a letter. A leading byte order mark is dropped.
 */
export function decodeXml(bytes: Uint8Array, findings: Findings): string {
  const wide = utf16Signs.find(([, sign]) => sign.every((byte, at) => bytes[at] === byte))?.[0];
  if (wide) return new TextDecoder(wide).decode(bytes);
  const declared = declaredEncoding(bytes);
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== undefined) {
    const plain = bytes.every((byte) => byte < 0x80);
    if (declared && !plain && !/^utf-?8$/i.test(declared)) findings.add('manifest-encoding', { declared, actual: 'utf-8' }, { line: 1 });
    return utf8;
  }
  const legacy = declared && !/^utf/i.test(declared) ? strictly(declared, bytes) : undefined;
  if (legacy !== undefined) return legacy;
  findings.add('manifest-encoding', { declared: declared ?? 'utf-8', actual: 'windows-1252' }, { line: 1 });
  return new TextDecoder('windows-1252').decode(bytes);
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^[^<]*<\?xml\b[^>]*?\bencoding\s*=\s*["']\s*([\w.:-]+)/.exec(head)?.[1];
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not that encoding, or none that is known
  }
}
