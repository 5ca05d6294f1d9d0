import { Inject, Injectable } from '@nestjs/common';
import { CourseId } from '@aula/contracts';
import { SETTINGS, Work, type PageAsked, type PublicPage, type PublicPages, type Settings } from '@aula/platform';
import { nextEditionsOf } from '../catalogue/catalogue.queries.js';
import { courseFor } from '../course/course.queries.js';
import { coursePage, listPage, robots, sitemap, wordsPage, wordsPages, type Reading } from './public-page.entity.js';
import { institutionName, publicCourses } from './public-page.queries.js';

/** What search engines, previews of links and readers without scripts get of the public pages: as a visitor sees them. */
@Injectable()
export class CatalogPages implements PublicPages {
  constructor(
    private readonly work: Work,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async page({ path, wished, language, academy }: PageAsked): Promise<PublicPage | undefined> {
    const reading = { publicUrl: this.settings.publicUrl, language: wished ?? language, asked: wished !== undefined, academy };
    const words = wordsPages.find((each) => each === path);
    if (words) return wordsPage(reading, words);
    if (path === '/' || path === '/catalogue') return listPage(reading, path, await this.work.read((em) => publicCourses(em, listed)));
    const id = CourseId.safeParse(/^\/catalogue\/([^/]+)$/.exec(path)?.[1]);
    return id.success ? this.course(reading, id.data) : undefined;
  }

  async file(path: string): Promise<{ contentType: string; body: string } | undefined> {
    const { publicUrl } = this.settings;
    if (path === '/robots.txt') return { contentType: 'text/plain; charset=utf-8', body: robots(publicUrl) };
    if (path !== '/sitemap.xml') return undefined;
    const courses = await this.work.read((em) => publicCourses(em, mapped));
    return { contentType: 'application/xml; charset=utf-8', body: sitemap(publicUrl, courses) };
  }

  private course(reading: Reading, id: CourseId): Promise<PublicPage | undefined> {
    return this.work.read(async (em) => {
      const read = await courseFor(em, undefined, id);
      if (!read) return undefined;
      const editions = (await nextEditionsOf(em, [id])).get(id) ?? [];
      const provider = read.course.institution_id && (await institutionName(em, read.course.institution_id));
      return coursePage(reading, { ...read, editions, provider: provider ?? null });
    });
  }
}

/** Courses that a page lists by name, and those that a sitemap takes (sitemaps.org: 50,000 addresses of a file). */
const listed = 100;
const mapped = 49_000;
