/** How a file was found: `exact`, or by what had to be forgiven. */
export type Match = { file: string; by: 'exact' | 'encoding' | 'case' };

/** The files of an archive, found by exact name, else by other encodings of it, else without regard to case or letter form. */
export class FileIndex {
  private readonly exact: Set<string>;
  private readonly folded = new Map<string, string>();

  constructor(files: readonly string[]) {
    this.exact = new Set(files);
    for (const file of files) if (!this.folded.has(fold(file))) this.folded.set(fold(file), file);
  }

  /** `address`: a path as a manifest writes it, percent-encoded or not; relative to the archive, without query and fragment. */
  find(address: string): Match | undefined {
    const forms = formsOf(address);
    for (const [at, form] of forms.entries()) if (this.exact.has(form)) return { file: form, by: at === 0 ? 'exact' : 'encoding' };
    for (const form of forms) {
      const file = this.folded.get(fold(form));
      if (file !== undefined) return { file, by: 'case' };
    }
    return undefined;
  }
}

const fold = (path: string) => path.normalize('NFC').toLowerCase();

/** Decoded once (what the standard asks for), as written, decoded twice, `+` as a space, percent escapes of windows-1252. */
function formsOf(address: string): string[] {
  const once = percentDecode(address);
  const forms = [once, address, percentDecode(once), once.replaceAll('+', ' '), percentDecode(address, 'windows-1252')];
  return [...new Set(forms.map((form) => normalisePath(form)).filter((form) => form !== undefined))];
}

/** Percent escapes decoded; as it was when the bytes are not text in that encoding. */
export function percentDecode(text: string, encoding = 'utf-8'): string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decoder.decode(Buffer.from(escapes.replaceAll('%', ''), 'hex'));
    } catch {
      return escapes;
    }
  });
}

/** `.` and `..` resolved, empty parts dropped; undefined when it leaves the archive. */
export function normalisePath(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}
