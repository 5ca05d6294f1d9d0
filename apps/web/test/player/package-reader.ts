import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import type { Browser, Frame } from 'playwright-core';
import type { Learner } from '@aula/content/test/a-launch';
import { activityTree, playedOrganization, SequencingView, type Manifest, type SequencingState } from '@aula/scorm';
import { anActor, fixture, type School } from '@aula/testing';
import { golfIn } from '../../../../scripts/browser/golf-course.ts';
import { Window, addressOf } from './a-course.js';

const patience = 15_000;

/** Uploads packages of the third-party folder and has them unpacked, like any other. Returns their ids by name. */
export const uploaded = async (school: School, names: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const author = school.as(anActor({ roles: ['instructor'] }));
  const ids = new Map<string, string>();
  for (const name of names) {
    const file = { name: 'paquete.zip', content: readFileSync(fixture(`scorm/${name}.zip`)), contentType: 'application/zip' };
    const { body } = await author.upload('/api/content/packages', { file }).expect<{ id: string }>(202);
    ids.set(name, body.id);
  }
  await school.settle();
  return ids;
};

/** An automated learner: one package in a browser of its own, read, answered, left and opened again through what a learner sees. */
export class PackageReader {
  private constructor(
    private readonly school: School,
    private readonly learner: Learner,
    readonly window: Window,
  ) {}

  static async open(school: School, browser: Browser, learner: Learner, width: number): Promise<PackageReader> {
    return new PackageReader(school, learner, await Window.open(browser, await addressOf(learner), { width }));
  }

  /** Opens the course again in the same browser, after it was left. */
  async reopen(): Promise<void> {
    await this.window.page.goto(await addressOf(this.learner));
  }

  /** Leaves by a control of the player. */
  async leave(control: 'suspendAll' | 'exit' | 'exitAll'): Promise<void> {
    await this.window.press(control);
    await this.left();
  }

  /** The player went back to the academy, as it does when everything has arrived there. */
  async left(): Promise<void> {
    await this.window.page.waitForURL(`**/learning/${this.learner.enrollmentId}`, { timeout: patience });
  }

  /** The golf course has begun, its bookmark read. `part`: which content it shows, where one page shows several. */
  golf(part = ''): Promise<Frame> {
    return golfIn(this.window.page, part);
  }

  /** Entries of the table of contents that may be chosen now. */
  offered(): Promise<string[]> {
    return this.window.page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-activity][aria-disabled="false"]:not([hidden])')].map((each) => each.dataset.activity)`,
    );
  }

  /** Waits until exactly these entries of the table of contents may be chosen. */
  async mayChoose(...ids: string[]): Promise<void> {
    for (let left = patience / 50; left > 0 && (await this.offered()).join() !== ids.join(); left--)
      await this.window.page.waitForTimeout(50);
    expect(await this.offered()).toEqual(ids);
  }

  /** Entries of the table of contents that a learner sees, whether or not they may be chosen. */
  entries(): Promise<string[]> {
    return this.window.page.evaluate<string[]>(
      `[...document.querySelectorAll('[data-activity]:not([hidden])')].map((each) => each.dataset.activity)`,
    );
  }

  /** Waits until the player shows this item. */
  async shows(id: string): Promise<void> {
    await this.window.page.waitForSelector(`[data-activity="${id}"][aria-current]`, { state: 'attached', timeout: patience });
    await this.window.page.frames().at(-1)?.waitForLoadState();
  }

  choose(id: string): Promise<void> {
    return this.window.page.click(`[data-activity="${id}"]`);
  }

  /** Whether a control is offered. */
  async offers(control: string): Promise<boolean> {
    const button = this.window.page.locator(`[data-nav="${control}"]`);
    return (await button.isVisible()) && (await button.getAttribute('aria-disabled')) === 'false';
  }

  /** What the academy holds of the course. */
  async attempt(): Promise<{ completion: string; success: string; scaled: number | null; progress: number }> {
    const rows = await this.school.sql<{ completion: string; success: string; scaled: number | null; progress: number }>(
      `select completion, success, scaled, progress from content.attempt where unit_id = $1`,
      [this.learner.unitId],
    );
    return rows[0]!;
  }

  /** The score that the package's own sequencing comes to, which the academy keeps beside the best one. */
  async sequencedScore(): Promise<number | undefined> {
    const [kept] = await this.school.sql<{ state: SequencingState; manifest: Manifest }>(
      `select s.state, p.manifest from content.attempt a join content.sequencing s on s.attempt_id = a.id
       join content.package p on p.id = a.package_id where a.unit_id = $1`,
      [this.learner.unitId],
    );
    const organization = playedOrganization(kept!.manifest);
    return new SequencingView(activityTree(organization.activityTree!, organization), kept!.state).root().measure;
  }

  /** What the academy holds of one item's element: typed columns by their names, others by the element's. */
  async kept(item: string): Promise<Record<string, string | null>> {
    const rows = await this.school.sql<{ kept: Record<string, string | null> }>(
      `select coalesce(d.elements, '{}') || jsonb_build_object('location', s.location, 'status', s.status, 'score', s.score_raw) as kept
       from content.sco s join content.attempt a on a.id = s.attempt_id left join content.sco_data d using (attempt_id, sco_id)
       where a.unit_id = $1 and sco_id = $2`,
      [this.learner.unitId, item],
    );
    return rows[0]?.kept ?? {};
  }

  /** Waits until the question has an answer. */
  async until<T>(what: string, question: () => T | undefined): Promise<T> {
    for (let left = patience / 50; left > 0; left--) {
      const answer = question();
      if (answer !== undefined) return answer;
      await this.window.page.waitForTimeout(50);
    }
    throw new Error(`not in time: ${what}`);
  }
}
