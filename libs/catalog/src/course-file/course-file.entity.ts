/** Content types of the files a course may have, by extension. What a browser would run (HTML, SVG, scripts) is not among them. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  vtt: 'text/vtt; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  zip: 'application/zip',
};
export const acceptedExtensions = Object.keys(types);

/** 'Guía.PDF' → 'pdf'; '' without an extension. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
/** The content type under which a file of this name is served; undefined when such files are not accepted. */
export const contentTypeOf = (name: string): string | undefined => {
  const extension = extensionOf(name);
  return acceptedExtensions.includes(extension) ? types[extension] : undefined;
};

/** Content-Disposition (RFC 6266): pictures, PDF, video and audio open in the page, everything else is saved; the name in UTF-8 (RFC 8187). */
export const dispositionOf = ({ name, contentType }: { name: string; contentType: string }): string => {
  const shown = /^(image|video|audio)\/|^application\/pdf$/.test(contentType);
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** What a reader asks of a file: whether it changed, and which bytes. */
export interface Asked {
  range?: string | undefined;
  ifRange?: string | undefined;
  ifNoneMatch?: string | undefined;
}
/** The answer's status with its bytes, both ends counted. RFC 9110, sections 13.1 and 14. */
export type Reading = { status: 200 | 304 | 416 } | { status: 206; start: number; end: number };

/** What is answered to a request for a file. A Range is ignored when it is malformed, of several parts, or for an older file (If-Range). */
export const readingOf = ({ size, etag }: { size: number; etag: string }, { range, ifRange, ifNoneMatch }: Asked): Reading => {
  const tag = `"${etag}"`;
  if (ifNoneMatch?.split(/,\s*/).includes(tag)) return { status: 304 };
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  const ignored = (from === '' && to === '') || (ifRange !== undefined && ifRange !== tag);
  if (ignored || (from !== '' && to !== '' && Number(to) < Number(from))) return { status: 200 };
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end ? { status: 206, start, end } : { status: 416 };
};
