import sanitizeHtml from 'sanitize-html';
import type { GiftText } from '@aula/gift';

/** Elements after or before which a reader sees a new line. */
const breaks = 'address|article|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul';
const inline =
  'a|abbr|b|big|center|cite|code|del|dfn|em|figcaption|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tbody|td|tfoot|th|thead|tt|u|var|script|style';
const media = 'audio|canvas|embed|iframe|img|math|object|picture|source|svg|video';
const attribute = `\\s+(?:[\\w:-]+\\s*=\\s*(?:"[^"]*"|'[^']*'|[^\\s"'<>=]+)|allowfullscreen|autoplay|controls|loop|muted|reversed|nowrap)`;
/** A tag of an element that HTML has; `a<b and c>d` holds none. */
const tagOf = (elements: string): string => `</?(?:${elements})(?:${attribute})*\\s*/?>`;
const lookalike = new RegExp(`<(?!(?:${tagOf(`${breaks}|${inline}|${media}`).slice(1)}|!--))`, 'gi');
const lineBreak = new RegExp(tagOf(breaks), 'gi');
const mediaTag = new RegExp(tagOf(media), 'i');

/**
 * The text of a question as people read it. GIFT's `moodle` and `html` formats may hold HTML: paragraphs and line breaks become line
 * breaks, other elements vanish, references become their characters. What only looks like HTML (`a<b`) stays.
 */
export const readable = ({ format, text }: GiftText): string => {
  if (format === 'plain' || format === 'markdown') return text;
  const plain = /[<&]/.test(text) ? withoutTags(text) : text;
  return plain
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
};

const withoutTags = (text: string): string => {
  const broken = text.replaceAll(lookalike, '&lt;').replaceAll(lineBreak, '\n');
  return unescaped(sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} }));
};

/** True when the text shows something that `readable` cannot keep. */
export const showsMedia = ({ format, text }: GiftText): boolean =>
  (format !== 'plain' && mediaTag.test(text)) || (format === 'markdown' && /!\[[^\]]*\]\(/.test(text));

/** The four references that the sanitiser writes. */
const references: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const unescaped = (html: string): string => html.replaceAll(/&(?:lt|gt|quot|amp);/g, (reference) => references[reference]!);
