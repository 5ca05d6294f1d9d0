import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { UnitView } from '@aula/contracts';
import { entriesOf } from './unit.entity.js';

const markdown = new MarkdownIt({ html: false, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

/** A file of ours, by its path alone, so that it works under any address of the academy. */
const ownFile = /^\/api\/catalog\/files\/[0-9a-f-]{36}$/;
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
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'title', 'target', 'rel'], img: ['src', 'alt', 'title'], ol: ['start'], th: ['style'], td: ['style'] },
  allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  transformTags: { a: link },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !isHttps(attribs['src']) && !ownFile.test(attribs['src'] ?? ''),
};

/**
 * The HTML of a page's Markdown (CommonMark with tables), safe to put into a document: raw HTML is text, links and images lead to
 * https addresses or to files of the academy, and an allow-list of tags stands behind the Markdown as a second wall.
 */
export const htmlOf = (body: string): string => sanitizeHtml(markdown.render(body), options);

/** A unit as it is read, one at a time: with the HTML of its page in each language. */
export const readableUnit = (unit: UnitView): UnitView => {
  if (unit.kind !== 'page') return unit;
  const html = entriesOf(unit.contents).map(([language, { body }]) => [language, htmlOf(body ?? '')]);
  return { ...unit, html: Object.fromEntries(html) as UnitView['html'] };
};
