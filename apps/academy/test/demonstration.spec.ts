import { describe, expect, it } from '@jest/globals';
import { parseGift } from '@aula/gift';
import { itemsOf, parseManifest, playedOrganization } from '@aula/scorm';
import { courses } from '../../../scripts/demo/courses/courses.ts';
import { editions } from '../../../scripts/demo/editions.ts';
import { drawGuide } from '../../../scripts/demo/guide/document.ts';
import { pastEditions } from '../../../scripts/demo/history/past-editions.ts';
import { storyOf } from '../../../scripts/demo/history/story.ts';
import { partsOf } from '../../../scripts/demo/package/lesson.ts';
import { commonFiles, filesOf, manifest } from '../../../scripts/demo/package/manifest.ts';
import { institutions } from '../../../scripts/demo/people/institutions.ts';
import { peopleCsv } from '../../../scripts/demo/people/people.ts';

/** What the demonstration shows is checked before anybody looks at it: the same course in every language, nothing that an import would remark on. */
const languages = ['es', 'pt', 'en', 'fr'] as const;

const guided = courses.flatMap(({ code, guide, texts }) => (guide ? [{ code, guide, texts }] : []));
it.each(guided)('the guide of $code is one page in each language, with the same steps', async ({ guide, texts }) => {
  expect(new Set(languages.map((language) => guide[language].steps.length)).size).toBe(1);
  for (const language of languages) {
    const pdf = (await drawGuide(texts[language].title, guide[language], language)).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  }
});

describe.each(courses.map((course) => [course.code, course] as const))('the course %s', (_, { texts, scorm }) => {
  const inEach = <T>(pick: (text: (typeof texts)['es']) => T): T[] => languages.map((language) => pick(texts[language]));

  it('teaches the same pages in the same order in four languages', () => {
    const [first, ...others] = inEach(({ lesson }) =>
      partsOf(lesson).map(({ pages }) =>
        pages.map((page) => (page.kind === 'text' ? 'text' : [page.id, page.choices.length, page.correct])),
      ),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(new Set(inEach(({ title }) => title)).size).toBe(4);
  });

  it('asks practice questions that have an answer, each under an identifier of its own', () => {
    for (const { lesson } of Object.values(texts)) {
      const questions = partsOf(lesson).flatMap(({ pages }) => pages.filter((page) => page.kind === 'question'));
      expect(questions.filter(({ choices, correct }) => choices[correct] === undefined)).toEqual([]);
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    }
  });

  it('has an examination without findings, with the same questions in four languages', () => {
    const papers = inEach(({ gift }) => parseGift(gift));
    expect(papers.flatMap(({ findings }) => findings)).toEqual([]);
    const kinds = papers.map(({ questions }) => questions.map(({ kind }) => kind));
    for (const other of kinds) expect(other).toEqual(kinds[0]);
    expect(kinds[0]!.length).toBeGreaterThanOrEqual(6);
  });

  it('comes as packages without findings, a SCO for each part', () => {
    for (const { lesson } of Object.values(texts)) {
      const parts = partsOf(lesson);
      const own = parts.flatMap((_part, index) => Object.values(filesOf(lesson, index)));
      const files = ['imsmanifest.xml', ...own, ...commonFiles];
      const read = parseManifest(Buffer.from(manifest(lesson, scorm)), { files, manifestPath: 'imsmanifest.xml' });
      expect(read.findings).toEqual([]);
      expect(itemsOf(playedOrganization(read.manifest!).items).map(({ title }) => title)).toEqual(parts.map(({ title }) => title));
    }
  });
});

describe('the reports of the demonstration', () => {
  it('go by the same criteria in four languages, and keep to their length', () => {
    const reports = courses.flatMap(({ report }) => (report ? [report] : []));
    expect(reports.length).toBeGreaterThan(0);
    for (const report of reports) {
      expect(new Set(languages.map((language) => report[language].criteria.length)).size).toBe(1);
      const answers = languages.flatMap((language) => report[language].answers);
      expect(answers.filter((text) => text.split(/\s+/).length > 150)).toEqual([]);
      expect(new Set(answers).size).toBe(answers.length);
    }
  });
});

describe('the people of the demonstration', () => {
  const rows = peopleCsv()
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const people = rows.slice(1).map((row) => Object.fromEntries(rows[0]!.map((column, at) => [column, row[at]!])));

  it('are four hundred different ones from every Member State, women and men of all ranks', () => {
    expect(people).toHaveLength(400);
    expect(new Set(people.map(({ given_name, family_name }) => `${given_name} ${family_name}`)).size).toBe(400);
    expect(new Set(people.map(({ country }) => country)).size).toBe(35);
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(languages));
    for (const sex of ['F', 'M']) expect(people.filter((each) => each['sex'] === sex && each['rank'] === 'Superintendent')).not.toEqual([]);
  });

  it('serve in institutions of their country, each of which stands below one named before it', () => {
    const known = new Map(institutions.map(({ code, country }) => [code, country]));
    expect(people.filter(({ institution, country }) => known.get(institution!) !== country)).toEqual([]);
    const codes = institutions.map(({ code }) => code);
    expect(institutions.filter(({ above }, at) => above && !codes.slice(0, at).includes(above))).toEqual([]);
  });

  it('find an open edition of each course', () => {
    for (const { code } of courses)
      expect(editions.filter(({ course, opens, closes }) => course === code && opens < 0 && closes > 30)).toHaveLength(1);
  });
});

describe('the year of the demonstration', () => {
  const now = new Date('2026-12-01T12:00:00Z');
  const term = { title: 'DH-101 · Bogotá', opensAt: new Date('2026-01-10T00:00:00Z'), closesAt: new Date('2026-03-10T00:00:00Z') };
  const people = Array.from({ length: 300 }, (_, index) => ({ email: `co-${index}@aula.example`, country: 'CO' }));

  it('has an edition that was open in each of the last twelve months, of every mode and every course', () => {
    for (let month = 0; month < 12; month++)
      expect([...pastEditions, ...editions].filter(({ opens, closes }) => opens <= -30 * month && closes >= -30 * (month + 1))).not.toEqual(
        [],
      );
    expect(new Set(pastEditions.map(({ mode }) => mode)).size).toBe(3);
    expect(new Set(pastEditions.map(({ course }) => course))).toEqual(new Set(courses.map(({ code }) => code)));
    const titles = [...pastEditions, ...editions].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('tells the same lives each time, in the order in which things happen', () => {
    const lives = people.map((person) => storyOf(person, term, now));
    expect(lives).toEqual(people.map((person) => storyOf(person, term, now)));
    for (const { enrolledAt, readAt, lesson, attendedAt, attemptsAt } of lives) {
      const moments = [enrolledAt, readAt, lesson?.at, attendedAt, ...attemptsAt].filter((at) => at !== undefined);
      expect(moments).toEqual(moments.toSorted((a, b) => a.getTime() - b.getTime()));
      expect(moments.at(-1)!.getTime()).toBeLessThanOrEqual(term.closesAt.getTime());
    }
  });

  it('lets people end in every way, and most of them finish', () => {
    const ends = people.map((person) => storyOf(person, term, now).end);
    expect(new Set(ends).size).toBe(7);
    expect(ends.filter((end) => end === 'completed').length).toBeGreaterThan(people.length / 3);
  });
});
