/** `attachment`: send with `Content-Disposition: attachment`, never show in place. */
export type ContentType = { type: string; attachment: boolean };

/** Shown in place. No charset on text: old packages are not UTF-8 and say so inside their pages. */
const inline: Record<string, string> = {
  'text/html': 'html htm xhtm',
  'application/xhtml+xml': 'xhtml xht',
  'text/css': 'css',
  'text/javascript': 'js mjs cjs',
  'application/json': 'json map webmanifest',
  'application/xml': 'xml xsd xsl xslt dtd',
  'text/plain': 'txt text log md',
  'text/csv': 'csv',
  'text/vtt': 'vtt',
  'application/x-subrip': 'srt',
  'application/ttml+xml': 'ttml dfxp',
  'application/wasm': 'wasm',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/apng': 'apng',
  'image/jpeg': 'jpg jpeg jpe jfif',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/svg+xml': 'svg',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico cur',
  'image/tiff': 'tif tiff',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'oga ogg opus',
  'audio/wav': 'wav',
  'audio/webm': 'weba',
  'audio/flac': 'flac',
  'video/mp4': 'mp4 m4v',
  'video/webm': 'webm',
  'video/ogg': 'ogv',
  'video/quicktime': 'mov',
  'application/vnd.apple.mpegurl': 'm3u8',
  'video/mp2t': 'ts',
  'application/dash+xml': 'mpd',
  'font/woff': 'woff',
  'font/woff2': 'woff2',
  'font/ttf': 'ttf',
  'font/otf': 'otf',
  'application/vnd.ms-fontobject': 'eot',
  'model/gltf-binary': 'glb',
  'model/gltf+json': 'gltf',
};

/** Offered for download only: office files, archives, and what runs outside the browser. */
const attached: Record<string, string> = {
  'application/zip': 'zip',
  'application/epub+zip': 'epub',
  'application/rtf': 'rtf',
  'application/msword': 'doc dot',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt pps',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/octet-stream':
    'php php3 php4 php5 phtml phar jsp jspx asp aspx cgi pl py rb sh bat cmd com exe dll msi scr ps1 vbs jar svgz hta',
};

const entries = (list: Record<string, string>, attachment: boolean) =>
  Object.entries(list).flatMap(([type, extensions]) =>
    extensions.split(' ').map((name): [string, ContentType] => [name, { type, attachment }]),
  );

const byExtension = new Map([...entries(inline, false), ...entries(attached, true)]);

/**
 * Media type by extension from our own list, never from the package. What is not on it is application/octet-stream, shown in place
 * (send `X-Content-Type-Options: nosniff`), since content fetches data files of its own kinds.
 */
export function contentType(path: string): ContentType {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return byExtension.get(extension) ?? { type: 'application/octet-stream', attachment: false };
}
