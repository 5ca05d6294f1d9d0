/** The raw parts of a zip entry's name (yauzl with `decodeStrings: false`: `fileNameRaw`, `generalPurposeBitFlag`, `extraFields`). */
export type RawName = {
  name: Uint8Array;
  /** General purpose bit flag; bit 11 says that the name is UTF-8. */
  flags: number;
  extraFields?: readonly { id: number; data: Uint8Array }[];
};

const utf8Flag = 0x800;
const unicodePathField = 0x7075;

/**
 * An entry's name as text: UTF-8 by its flag, else Info-ZIP's Unicode path field, else strict UTF-8 (many archivers forget the flag),
 * else code page 437. Source: PKWARE APPNOTE 6.3.10, 4.4.4, 4.6.9, D.
 */
export function decodeName(raw: RawName): string {
  if (raw.flags & utf8Flag) return strictUtf8(raw.name) ?? cp437(raw.name);
  return unicodePath(raw) ?? strictUtf8(raw.name) ?? cp437(raw.name);
}

/** Version byte, CRC-32 of the raw name, UTF-8 name. A CRC that does not fit means the name was changed later: the field is stale. */
function unicodePath({ name, extraFields = [] }: RawName): string | undefined {
  const data = extraFields.find((field) => field.id === unicodePathField)?.data;
  if (!data || data.length < 6 || data[0] !== 1) return undefined;
  const stored = new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(1, true);
  return stored === crc32(name) ? strictUtf8(data.subarray(5)) : undefined;
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

function cp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 0x80))).join('');
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
