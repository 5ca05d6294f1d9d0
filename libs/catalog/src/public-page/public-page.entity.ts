import { inLanguage, languages, type Language, type LocalText, type NextEdition } from '@aula/contracts';
import type { PublicPage } from '@aula/platform';
import { pageTexts } from './page-text.entity.js';

/** What a page tells of a course. */
export interface CourseTold {
  id: string;
  code: string;
  title: LocalText;
  summary: LocalText | null;
  hours: number;
  languages: Language[];
}

/** What a page is about, before it is written as HTML. */
interface Draft {
  path: string;
  title: string;
  description: string;
  /** HTML. */
  body: string;
  /** schema.org data, JSON-LD. */
  data?: object;
}

const locales: Readonly<Record<Language, string>> = { es: 'es', pt: 'pt-BR', en: 'en', fr: 'fr' };
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML, in elements and in attributes. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** Data as the text of a script element: no sequence of it can end the element. */
const inScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** The address of a page in a language; without one, of whichever the reader prefers. */
const address = (publicUrl: string, path: string, language?: Language): string =>
  `${publicUrl}${path}${language ? `?lang=${language}` : ''}`;

/** Head and body of a page. `asked`: the language stands in its address, which makes it a page of its own for search engines. */
const written = ({ publicUrl, language, asked, academy }: Reading, draft: Draft): PublicPage => {
  const { path, title, description, data } = draft;
  const own = address(publicUrl, path, asked ? language : undefined);
  const meta = (name: string, content: string, key = 'property'): string =>
    `<meta data-page ${key}="${name}" content="${escaped(content)}" />`;
  const head = [
    `<title>${escaped(`${title} · ${academy}`)}</title>`,
    meta('description', description, 'name'),
    `<link data-page rel="canonical" href="${escaped(own)}" />`,
    ...languages.map(
      (each) => `<link data-page rel="alternate" hreflang="${locales[each]}" href="${escaped(address(publicUrl, path, each))}" />`,
    ),
    `<link data-page rel="alternate" hreflang="x-default" href="${escaped(address(publicUrl, path))}" />`,
    meta('og:type', 'website'),
    meta('og:site_name', academy),
    meta('og:title', title),
    meta('og:description', description),
    meta('og:url', own),
    meta('og:image', `${publicUrl}/icon-512.png`),
    meta('og:locale', locales[language].replace('-', '_')),
    ...(data ? [`<script data-page type="application/ld+json">${inScript(data)}</script>`] : []),
  ];
  return { locale: locales[language], head: head.join('\n    '), body: draft.body };
};

/** One course: what it teaches, how long, in which languages, when it runs. */
export const coursePage = (
  reading: Reading,
  {
    course,
    units,
    editions,
    provider,
  }: { course: CourseTold; units: readonly { title: LocalText }[]; editions: readonly NextEdition[]; provider: string | null },
): PublicPage => {
  const { language } = reading;
  const t = pageTexts[language];
  const title = inLanguage(course.title, language);
  const description = course.summary ? inLanguage(course.summary, language) : t.course(title);
  const path = `/catalogue/${course.id}`;
  const body = [
    `<p>${escaped(course.code)}</p><h1>${escaped(title)}</h1><p>${escaped(description)}</p>`,
    `<p>${escaped(t.hours(course.hours))} · ${escaped(course.languages.map((each) => t.languages[each]).join(', '))}${provider ? ` · ${escaped(provider)}` : ''}</p>`,
    list(
      t.contents,
      units.map((unit) => escaped(inLanguage(unit.title, language))),
    ),
    list(
      t.editions,
      editions.map((each) => `${escaped(each.title)} (${escaped(each.opensAt.slice(0, 10))} – ${escaped(each.closesAt.slice(0, 10))})`),
    ),
    `<p><a href="/catalogue">${escaped(t.catalogue)}</a></p>`,
  ].join('\n');
  return written(reading, {
    path,
    title,
    description,
    body,
    data: courseData(reading, path, { course, editions, provider, title, description }),
  });
};

/** Who reads, where. */
export interface Reading {
  publicUrl: string;
  language: Language;
  /** The language stands in the address. */
  asked: boolean;
  /** What the academy is called. */
  academy: string;
}

/** schema.org Course with its instances. */
const courseData = (
  { publicUrl, academy }: Reading,
  path: string,
  about: { course: CourseTold; editions: readonly NextEdition[]; provider: string | null; title: string; description: string },
): object => ({
  '@context': 'https://schema.org',
  '@type': 'Course',
  '@id': `${publicUrl}${path}`,
  name: about.title,
  description: about.description,
  courseCode: about.course.code,
  url: `${publicUrl}${path}`,
  inLanguage: about.course.languages.map((each) => locales[each]),
  provider: { '@type': 'Organization', name: about.provider ?? academy, ...(about.provider ? {} : { url: publicUrl }) },
  timeRequired: `PT${Math.round(about.course.hours * 60)}M`,
  isAccessibleForFree: true,
  hasCourseInstance: about.editions.map(({ title, mode, opensAt, closesAt }) => ({
    '@type': 'CourseInstance',
    name: title,
    courseMode: { virtual: 'Online', 'on-site': 'Onsite', blended: 'Blended' }[mode],
    startDate: opensAt,
    endDate: closesAt,
    courseWorkload: `PT${Math.round(about.course.hours * 60)}M`,
  })),
});

/** The first page, or the catalogue: the courses by name. */
export const listPage = (reading: Reading, path: '/' | '/catalogue', courses: readonly CourseTold[]): PublicPage => {
  const { publicUrl, language, academy } = reading;
  const t = pageTexts[language];
  const [title, description] = path === '/' ? [t.title, t.description] : [t.catalogue, t.catalogueText];
  const links = courses.map((course) => `<a href="/catalogue/${course.id}">${escaped(inLanguage(course.title, language))}</a>`);
  const body = `<h1>${escaped(title)}</h1><p>${escaped(description)}</p>${list(t.catalogue, links)}<p><a href="/v">${escaped(t.verify)}</a> · <a href="/privacy">${escaped(t.privacy)}</a> · <a href="/accessibility">${escaped(t.accessibility)}</a></p>`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'EducationalOrganization',
    name: academy,
    description: t.description,
    url: publicUrl,
  };
  return written(reading, { path, title, description, body, ...(path === '/' ? { data } : {}) });
};

/** A page that the application fills: its words alone. */
export const wordsPage = (reading: Reading, path: (typeof wordsPages)[number]): PublicPage => {
  const t = pageTexts[reading.language];
  const told = {
    '/numbers': { title: t.numbers, description: t.numbersText },
    '/privacy': { title: t.privacy, description: t.privacyText },
    '/accessibility': { title: t.accessibility, description: t.accessibilityText },
  }[path];
  return written(reading, { path, ...told, body: `<h1>${escaped(told.title)}</h1><p>${escaped(told.description)}</p>` });
};
export const wordsPages = ['/numbers', '/privacy', '/accessibility'] as const;

const list = (title: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `<h2>${escaped(title)}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

/** sitemap.xml (sitemaps.org 0.9) with the languages of each page. */
export const sitemap = (publicUrl: string, courses: readonly { id: string; published_at: string | null }[]): string => {
  const fixed = ['/', '/catalogue', '/v', ...wordsPages].map((path) => ({ path, changed: null as string | null }));
  const pages = [...fixed, ...courses.map(({ id, published_at: at }) => ({ path: `/catalogue/${id}`, changed: at }))];
  const entry = ({ path, changed }: (typeof pages)[number]): string =>
    [
      `<url><loc>${escaped(address(publicUrl, path))}</loc>`,
      ...(changed ? [`<lastmod>${escaped(changed.slice(0, 10))}</lastmod>`] : []),
      ...languages.map(
        (each) => `<xhtml:link rel="alternate" hreflang="${locales[each]}" href="${escaped(address(publicUrl, path, each))}"/>`,
      ),
      '</url>',
    ].join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.map(entry).join('\n')}
</urlset>
`;
};

/** robots.txt (RFC 9309): the public pages, and nothing of anybody. */
export const robots = (publicUrl: string): string => `User-agent: *
Allow: /$
Allow: /catalogue
Allow: /numbers
Allow: /privacy
Allow: /accessibility
Disallow: /api/
Disallow: /v/
Disallow: /account
Disallow: /administration
Disallow: /attendance
Disallow: /audit
Disallow: /insight
Disallow: /institution
Disallow: /learning
Disallow: /notifications
Disallow: /teach
Disallow: /university

Sitemap: ${publicUrl}/sitemap.xml
`;
