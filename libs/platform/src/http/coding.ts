import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Content codings that we send (RFC 9110, 8.4.1), the smaller first. */
export const codings = ['br', 'gzip'] as const;
export type Coding = (typeof codings)[number];

/** The coding to send, of those that there are and the reader takes (RFC 9110, 12.5.3); undefined: the bytes as they are. */
export const codingFor = (header: string | undefined, there: (coding: Coding) => boolean = () => true): Coding | undefined => {
  const taken = new Set((header ?? '').split(',').flatMap((part) => (/;\s*q=0(\.0*)?\s*$/.test(part) ? [] : [part.split(';')[0]?.trim()])));
  return codings.find((coding) => there(coding) && taken.has(coding));
};

/** Characters from which on an answer is worth compressing: what fits into one packet is as fast without. */
export const worthCoding = 1_400;

const [br, gz] = [promisify(brotliCompress), promisify(gzip)];
/** Quality 4 of 11: for what is made anew for every reader, more costs more time than it saves on the line. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

export const encode = (text: string, coding: Coding): Promise<Buffer> => (coding === 'br' ? br(text, quick) : gz(text));
