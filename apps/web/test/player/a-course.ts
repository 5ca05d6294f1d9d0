import path from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { ContentModule } from '@aula/content';
import { aLearner, type Learner, type LearnerWish } from '@aula/content/test/a-launch';
import { house, type School } from '@aula/testing';
import { freePort } from '../browser.js';
import type { Line } from './line.js';

/** A SCO of SCORM 1.2 as authoring tools make it: finds its API, resumes, writes at each step, finishes with its page. */
const sco12 = (id: string): string => `<!doctype html><title>${id}</title><h1>${id}</h1><p id="entry"></p><p id="place"></p>
<button id="next">next</button><button id="finish">finish</button><script>
  let api = null; for (let w = window; !api; w = w.parent) { api = w.API; if (w === w.parent) break; }
  api.LMSInitialize('');
  document.querySelector('#entry').textContent = api.LMSGetValue('cmi.core.entry');
  let place = Number(api.LMSGetValue('cmi.core.lesson_location') || 0);
  const show = () => { document.querySelector('#place').textContent = place; };
  show();
  if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  const go = () => { place++; show(); api.LMSSetValue('cmi.core.lesson_location', String(place)); api.LMSSetValue('cmi.suspend_data', 'step'.repeat(500) + place); };
  document.querySelector('#next').onclick = go;
  document.querySelector('#finish').onclick = () => { api.LMSSetValue('cmi.core.score.raw', '90'); api.LMSSetValue('cmi.core.lesson_status', 'passed'); };
  addEventListener('unload', () => { api.LMSSetValue('cmi.core.exit', 'suspend'); api.LMSFinish(''); });
</script>`;

/** The same in SCORM 2004; its finish asks the player to go on. */
const sco2004 = (
  id: string,
): string => `<!doctype html><title>${id}</title><h1>${id}</h1><p id="entry"></p><button id="finish">finish</button><script>
  let api = null; for (let w = window; !api; w = w.parent) { api = w.API_1484_11; if (w === w.parent) break; }
  api.Initialize('');
  document.querySelector('#entry').textContent = api.GetValue('cmi.entry');
  document.querySelector('#finish').onclick = () => {
    api.SetValue('cmi.score.scaled', '0.8'); api.SetValue('cmi.success_status', 'passed'); api.SetValue('cmi.completion_status', 'completed');
    api.SetValue('adl.nav.request', 'continue'); api.Terminate('');
  };
</script>`;

/** The content house behind a real port, with the built player; behind `line`, where there is one. */
export const aSchool = async (line?: Line) => {
  const port = await freePort();
  const playerDist = path.resolve(import.meta.dirname, '../../dist/player');
  const school = await house(ContentModule, {
    settings: { publicUrl: `http://localhost:${line?.port ?? port}`, contentDomain: 'content.localhost', playerDist },
  });
  await school.app.listen(port, '127.0.0.1');
  line?.leadTo(port);
  return school;
};

/** A learner whose unit is a package of such SCOs. */
export const aStudent = (school: School, wish: LearnerWish = {}): Promise<Learner> => {
  const { version = '1.2', scos = ['one'] } = wish;
  const page = version === '1.2' ? sco12 : sco2004;
  const files = Object.fromEntries(scos.map((id) => [`${id}.html`, { body: page(id), type: 'text/html' }]));
  return aLearner(school, { ...wish, files: { ...files, ...wish.files } });
};

export const addressOf = async ({ client, enrollmentId, unitId }: Learner): Promise<string> =>
  (await client.post('/api/content/launches', { enrollmentId, unitId }).expect<{ url: string }>(201)).body.url;

/** One browser window with the player in it. */
export class Window {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  /** In `context`, or as another device. */
  static async open(
    browser: Browser,
    url: string,
    { context, width = 1280 }: { context?: BrowserContext; width?: number } = {},
  ): Promise<Window> {
    const own = context ?? (await browser.newContext({ viewport: { width, height: 740 }, locale: 'es-UY' }));
    const page = await own.newPage();
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    await page.goto(url);
    return new Window(page, own);
  }

  /** The frame that shows `file`, once it is there. */
  async content(file: string): Promise<Frame> {
    for (let left = 100; left > 0; left--) {
      const frame = this.page.frames().find((each) => each.url().includes(`/c/${file}`));
      if (frame) return frame;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`no frame shows ${file}`);
  }

  /** Waits until the player says so. */
  async says(state: string): Promise<void> {
    await this.page.waitForSelector(`[data-save-state="${state}"]`, { timeout: 20_000 });
  }
  press(control: string): Promise<void> {
    return this.page.click(`[data-nav="${control}"]`);
  }
  choose(value: string): Promise<void> {
    return this.page.click(`[data-choice="${value}"]`);
  }
}
