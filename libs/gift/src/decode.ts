/** Text of a file in UTF-8, UTF-16 (with or without byte order mark) or else windows-1252; the byte order mark is left out. Never throws. */
export function decodeText(bytes: Uint8Array): string {
  throw new Error(`not there yet: ${String(bytes.length)}`);
}
