import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { FileId, Language, UnitView } from '@aula/contracts';
import { entriesOf } from './unit.entity.js';

/** What a page must know of the files of ours that it shows: which are videos, and where their captions are. */
export type Media = ReadonlyMap<FileId, { name: string; video: boolean; captions: readonly { language: Language; fileId: string }[] }>;

const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
const image = markdown.renderer.rules.image!;
markdown.renderer.rules.image = (tokens, index, settings, env, renderer) => {
  const { media } = (env ?? {}) as { media?: Media };
  const token = tokens[index]!;
  const id = fileIn(String(token.attrGet('src')));
  const known = id === undefined ? undefined : media?.get(id);
  if (!known?.video) return image(tokens, index, settings, env, renderer);
  return `<video src="${filePath}${id!}" controls preload="metadata" playsinline aria-label="${markdown.utils.escapeHtml(token.content)}">${known.captions
    .map(
      ({ language, fileId }) =>
        `<track kind="captions" srclang="${language}" label="${languageNames[language]}" src="${filePath}${fileId}">`,
    )
    .join('')}</video>`;
};
/** Each language by its own name, as players list captions. */
const languageNames: Readonly<Record<Language, string>> = { es: 'Español', pt: 'Português', en: 'English', fr: 'Français' };

/** A file of ours, by its path alone, so that it works under any address of the academy. */
const ownFile = /^\/api\/catalog\/files\/([0-9a-f-]{36})$/;
const filePath = '/api/catalog/files/';
const fileIn = (address: string): FileId | undefined => ownFile.exec(address)?.[1];
const isHttps = (address: string | undefined): address is string => {
  if (!address?.startsWith('https://')) return false;
  return URL.canParse(address);
};

/** Who opens a link from a page takes nothing of the academy along (HTML, rel=noopener). */
const link: sanitizeHtml.Transformer = (tagName, { href, title }) => {
  const told: sanitizeHtml.Attributes = title === undefined ? {} : { title };
  if (isHttps(href)) return { tagName, attribs: { ...told, href, target: '_blank', rel: 'noopener noreferrer' } };
  return { tagName, attribs: href !== undefined && ownFile.test(href) ? { ...told, href, rel: 'noopener' } : told };
};

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'blockquote',
      'ul',
      'ol',
      'li',
      'hr',
      'br',
      'pre',
      'code',
      'em',
      'strong',
      's',
      'a',
      'img',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'video', 'track'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'target', 'rel'],
    img: ['src', 'alt', 'title'],
    video: ['src', 'controls', 'preload', 'playsinline', 'aria-label'],
    track: ['kind', 'srclang', 'label', 'src'],
    ol: ['start'],
    th: ['style'],
    td: ['style'],
  },
  selfClosing: ['img', 'br', 'hr', 'track'],
  allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  transformTags: { a: link },
  exclusiveFilter: ({ tag, attribs }) =>
    (tag === 'img' && !isHttps(attribs['src']) && !ownFile.test(attribs['src'] ?? '')) ||
    ((tag === 'video' || tag === 'track') && !ownFile.test(attribs['src'] ?? '')),
};

/**
 * The HTML of a page's Markdown (CommonMark with tables), safe to put into a document: raw HTML is text, links and images lead to
 * https addresses or to files of the academy, and an allow-list of tags stands behind the Markdown as a second wall. A file of ours that
 * is a video plays where an image would stand, with its captions.
 */
export const htmlOf = (body: string, media: Media = new Map()): string => sanitizeHtml(markdown.render(body, { media }), options);

/** The files of ours that a page shows or links to. */
export const filesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/\/api\/catalog\/files\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g)].map(([, id]) => id!)),
];

/** Images and videos of a page: the line, from 1, whether somebody described it, and the file of ours that it shows. */
export const picturesIn = (body: string): { line: number; described: boolean; fileId: FileId | undefined }[] =>
  markdown.parse(body, {}).flatMap(({ map, children }) =>
    (children ?? [])
      .filter(({ type }) => type === 'image')
      .map((token) => ({
        line: (map?.[0] ?? 0) + 1,
        described: token.content.trim() !== '',
        fileId: fileIn(String(token.attrGet('src'))),
      })),
  );

/** A unit as it is read, one at a time: with the HTML of its page in each language. */
export const readableUnit = (unit: UnitView, media: Media): UnitView => {
  if (unit.kind !== 'page') return unit;
  const html = entriesOf(unit.contents).map(([language, { body }]) => [language, htmlOf(body ?? '', media)]);
  return { ...unit, html: Object.fromEntries(html) as UnitView['html'] };
};
