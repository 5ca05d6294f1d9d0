import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { contentType } from '@aula/scorm';
import type { BlobRow } from './blob.entity.js';

/** An unpacked file; `folded` is its path in lower case. */
export interface PackageFileRow {
  path: string;
  folded: string;
  size: number;
  content_type: string;
  attachment: boolean;
  blob: BlobRow;
}

/** Types whose bytes say nothing about their encoding. JSON and WebVTT are always UTF-8, XML declares itself. */
const undeclared = ['text/html', 'text/css', 'text/javascript', 'text/plain', 'text/csv', 'application/x-subrip'];
const declaration = /<meta[^>]+charset|@charset|<\?xml[^>]+encoding/i;

/**
 * Finds out the media type of a file while its bytes pass. A charset is added only where the file is UTF-8 beyond doubt (not all ASCII,
 * no invalid sequence) and does not itself declare one: what is older than UTF-8 is left to what the page says.
 */
export class TypeProbe {
  readonly type: string;
  readonly attachment: boolean;
  private decoder: TextDecoder | undefined;
  private begun = false;
  private plain = true;

  constructor(path: string) {
    ({ type: this.type, attachment: this.attachment } = contentType(path));
    if (undeclared.includes(this.type)) this.decoder = new TextDecoder('utf-8', { fatal: true });
  }

  add(chunk: Buffer): void {
    if (!this.decoder) return;
    if (!this.begun && declaration.test(chunk.subarray(0, 1_024).toString('latin1'))) this.decoder = undefined;
    this.begun = true;
    if (!isAscii(chunk)) this.plain = false;
    this.decode(chunk, true);
  }

  /** The media type; call at the end. */
  result(): string {
    this.decode(Buffer.alloc(0), false);
    return this.decoder && !this.plain ? `${this.type}; charset=utf-8` : this.type;
  }

  private decode(chunk: Buffer, more: boolean): void {
    try {
      this.decoder?.decode(chunk, { stream: more });
    } catch {
      this.decoder = undefined;
    }
  }
}
