/** The raw parts of a zip entry's name (yauzl: `fileNameRaw`, `generalPurposeBitFlag`, `extraFields`). */
export type RawName = {
  name: Uint8Array;
  /** General purpose bit flag; bit 11 says UTF-8. */
  flags: number;
  extraFields?: readonly { id: number; data: Uint8Array }[];
};

/** An entry's name as text: UTF-8 flag, else Info-ZIP's Unicode field 0x7075, else strict UTF-8, else code page 437. */
export function decodeName(raw: RawName): string {
  throw new Error(String(raw));
}
