import { describe, expect, it } from '@jest/globals';
import { coursePage, escaped, listPage, robots, sitemap, wordsPage } from '../src/public-page/public-page.entity.js';

const publicUrl = 'https://aula.example';
const academy = 'Academia <Nacional>';
const course = {
  id: '0198c0de-0000-7000-8000-000000000001',
  code: 'DH-101',
  title: { es: 'Derechos </script><b>humanos</b>', en: 'Human rights' },
  summary: { es: 'Un "resumen"' },
  hours: 6,
  languages: ['es' as const, 'en' as const],
  published_at: '2026-11-30T10:00:00Z',
};
const about = {
  course,
  units: [],
  editions: [
    {
      title: 'Bogotá',
      mode: 'virtual' as const,
      opensAt: '2026-12-01T00:00:00Z',
      closesAt: '2027-01-01T00:00:00Z',
      timeZone: 'America/Bogota',
      state: 'open' as const,
    },
  ],
  provider: 'Academia & Cía.',
};

describe('the page of a course', () => {
  const spanish = coursePage({ publicUrl, academy, language: 'es', asked: false }, about);

  it('says what it is about to readers without scripts', () => {
    expect(spanish.body).toContain('<h1>Derechos &lt;/script&gt;&lt;b&gt;humanos&lt;/b&gt;</h1>');
    expect(spanish.body).toContain('Academia &amp; Cía.');
    expect(spanish.head).toContain('<meta data-page name="description" content="Un &quot;resumen&quot;" />');
    expect(spanish.locale).toBe('es');
  });

  it('names its own address, and that of each language', () => {
    const path = `${publicUrl}/catalogue/${course.id}`;
    expect(spanish.head).toContain(`<link data-page rel="canonical" href="${path}" />`);
    for (const [locale, language] of [
      ['es', 'es'],
      ['pt-BR', 'pt'],
      ['en', 'en'],
      ['fr', 'fr'],
    ] as const)
      expect(spanish.head).toContain(`<link data-page rel="alternate" hreflang="${locale}" href="${path}?lang=${language}" />`);
    const english = coursePage({ publicUrl, academy, language: 'en', asked: true }, about);
    expect(english.head).toContain(`<link data-page rel="canonical" href="${path}?lang=en" />`);
    expect(english.head).toContain('<title>Human rights · Academia &lt;Nacional&gt;</title>');
  });

  it('is a page of the academy, under its own name', () => {
    const { head } = coursePage({ publicUrl, academy, language: 'es', asked: false }, { ...about, provider: null });
    expect(head).toContain('<meta data-page property="og:site_name" content="Academia &lt;Nacional&gt;" />');
    expect(head).toContain(String.raw`"provider":{"@type":"Organization","name":"Academia \u003cNacional>"`);
    expect(head).not.toContain('Aula');
  });

  it('carries data that machines read, and nothing in it ends the element', () => {
    const [, json] = /<script data-page type="application\/ld\+json">(.*?)<\/script>/s.exec(spanish.head)!;
    expect(JSON.parse(json!)).toMatchObject({
      '@type': 'Course',
      name: course.title.es,
      provider: { name: about.provider },
      hasCourseInstance: [{ courseMode: 'Online', startDate: '2026-12-01T00:00:00Z' }],
    });
  });
});

it('lists courses on the first page, in the reader’s language', () => {
  const page = listPage({ publicUrl, academy, language: 'fr', asked: true }, '/', [course]);
  expect(page.body).toContain(`<a href="/catalogue/${course.id}">`);
  expect(page.head).toContain('La formation policière pour toutes les Amériques');
});

it('maps every public page with its languages, and shuts robots out of what is somebody’s', () => {
  const map = sitemap(publicUrl, [course]);
  expect(map.match(/<url>/g)).toHaveLength(7);
  expect(map).toContain(`<loc>${publicUrl}/catalogue/${course.id}</loc><lastmod>2026-11-30</lastmod>`);
  expect(robots(publicUrl)).toContain(`Sitemap: ${publicUrl}/sitemap.xml`);
  for (const path of ['account', 'audit', 'insight', 'learning', 'notifications'])
    expect(robots(publicUrl)).toContain(`Disallow: /${path}\n`);
  expect(wordsPage({ publicUrl, academy, language: 'en', asked: false }, '/numbers').head).toContain('The network in numbers');
  expect(escaped(`<'&">`)).toBe('&lt;&#39;&amp;&quot;&gt;');
});
