import { expect } from '@jest/globals';
import type { Frame } from 'playwright-core';
import { answerTest, turnPages } from '../../../../scripts/browser/golf-course.ts';
import type { PackageReader } from './package-reader.js';

/** What the automated learner does with a package of one kind, and what must come of it. */
export type Script = (reader: PackageReader) => Promise<void>;

/** One SCO of 15 pages: bookmark, pause, resume, a test with two wrong answers. `byItself`: it is left by its own button. */
export const bookmarks =
  (byItself: boolean): Script =>
  async (reader) => {
    const leave = async (control: 'suspendAll' | 'exit'): Promise<void> => {
      if (!byItself) return reader.leave(control);
      await (await reader.golf()).click('#butExit'); // it asks for suspendAll, and for exitAll after its last page
      await reader.left();
    };
    await turnPages(await reader.golf(), 5);
    await leave('suspendAll');
    expect(await reader.attempt()).toMatchObject({ completion: 'incomplete', success: 'unknown' });
    await reader.reopen();
    const again = await reader.golf();
    expect(await again.evaluate('currentPage')).toBe(5);
    await turnPages(again);
    const score = await answerTest(again, 2);
    await leave('exit');
    expect(score).toBeLessThan(1);
    expect(await reader.attempt()).toEqual({ completion: 'completed', success: 'passed', scaled: score, progress: 1 });
  };

/** Content that never calls its API is completed by being read and left. */
export const readsAndLeaves =
  (file: string): Script =>
  async (reader) => {
    await (await reader.window.content(file)).waitForLoadState();
    await reader.leave('exit');
    expect(await reader.attempt()).toMatchObject({ completion: 'completed', progress: 1 });
  };

/** Walks through all parts by Continue, with a pause at the fifth. */
export const walks: Script = async (reader) => {
  await reader.window.page.waitForSelector('[data-activity][aria-current]');
  const stops = await reader.offered();
  expect(stops).toHaveLength(18);
  for (const [at, stop] of stops.entries()) {
    await reader.shows(stop);
    if (at === 4) {
      await reader.leave('suspendAll');
      await reader.reopen();
      await reader.shows(stop);
    }
    if (at < stops.length - 1) await reader.window.press('continue');
  }
  await reader.leave('exit');
  expect(await reader.attempt()).toMatchObject({ completion: 'completed', progress: 1 });
};

const root = 'golf_sample_default_org';
const lessons = ['playing', 'etiquette', 'handicapping', 'havingfun'].map((content) => `?content=${content}`);
const items = ['playing_item', 'etuqiette_item', 'handicapping_item', 'havingfun_item', 'assessment_item'];

/** "Requires the learner to visit the SCOs in order; … can jump backwards to review, but not ahead beyond the next." */
const goesInOrder = async (reader: PackageReader): Promise<Frame> => {
  for (const [at, lesson] of lessons.entries()) {
    await reader.golf(lesson);
    await reader.mayChoose(root, ...items.slice(0, at + 1));
    if (at === 0) await triesToSkip(reader);
    await turnPages(await reader.golf(lesson));
    if (at === 2) await looksBack(reader);
    await reader.window.press('continue');
  }
  return reader.golf('?content=assessment');
};

/** Continue from a part that was not read leads nowhere but back to it. */
const triesToSkip = async (reader: PackageReader): Promise<void> => {
  const frame = await reader.golf(lessons[0]);
  await reader.window.press('continue');
  await reader.until('the part is over', () => frame.isDetached() || undefined);
  await reader.mayChoose(root, items[0]!);
  await reader.choose(items[0]!);
};

/** From the third part back to the first, with a pause there, and on to the third. */
const looksBack = async (reader: PackageReader): Promise<void> => {
  await reader.choose(items[0]!);
  expect(await (await reader.golf(lessons[0])).evaluate('reachedEnd')).toBe(true);
  await reader.mayChoose(root, ...items.slice(0, 4));
  await reader.leave('suspendAll');
  await reader.reopen();
  await reader.golf(lessons[0]);
  await reader.choose(items[2]!);
  await reader.golf(lessons[2]);
};

/** "All activities must be completed … satisfied. No score is rolled up." */
export const forcedSequential: Script = async (reader) => {
  const test = await goesInOrder(reader);
  await answerTest(test, 1);
  await reader.leave('exitAll');
  expect(await reader.attempt()).toEqual({ completion: 'completed', success: 'passed', scaled: null, progress: 1 });
};

/** "The course can only be completed and satisfied by the post test. The score is entirely dependent on it." */
export const postTestRollup: Script = async (reader) => {
  const test = await goesInOrder(reader);
  await reader.window.says('saved');
  expect(await reader.attempt()).toMatchObject({ completion: 'incomplete', success: 'unknown', scaled: null });
  const score = await answerTest(test, 3);
  await reader.leave('exitAll');
  expect(await reader.attempt()).toEqual({ completion: 'completed', success: 'passed', scaled: score, progress: 1 });
};

/**
 * "The post test cannot be accessed until the content is completed. On each attempt one of four tests is randomly selected. After a
 * failed test, the learner immediately retries another. Once passed or attempted twice, the learner exits the course. The score of the
 * last will be the score of the course." That is the sequencer's own word, which the academy keeps; the result of the course is the best,
 * since an academy never takes a score back (docs/decisions/0025). `wrong`: answers that are wrong, by attempt.
 */
export const randomTests =
  (wrong: readonly number[], success: 'passed' | 'failed'): Script =>
  async (reader) => {
    for (const lesson of lessons) {
      const frame = await reader.golf(lesson);
      expect(await reader.offered()).not.toContain('posttest_item');
      await turnPages(frame);
      await reader.window.press('continue');
    }
    const scores: number[] = [];
    for (const many of wrong) {
      const test = await reader.golf('?content=assessment');
      expect(test.url()).toMatch(/assessment[1-4]$/);
      expect(await reader.entries()).not.toContain(`test_${test.url().at(-1)}`);
      expect(await reader.offers('suspendAll')).toBe(false);
      scores.push(await answerTest(test, many));
      await reader.window.press('continue');
      await reader.until('the test is over', () => test.isDetached() || undefined);
    }
    await reader.left();
    expect(await reader.sequencedScore()).toBe(scores.at(-1));
    expect(await reader.attempt()).toEqual({ completion: 'completed', success, scaled: Math.max(...scores), progress: 1 });
  };

const item = (number: number): string => `mm-ITEM-SCORMDEbugger555f231e21b982c25s0${number}`;

/** SCOs that write what they are told to: several parts, one of them an asset, one hidden, one behind prerequisites. */
export const debugs: Script = async (reader) => {
  const others = [1, 2, 3, 4, 5, 6].map(item);
  await reader.shows(item(1));
  expect(await reader.entries()).toEqual([...others, item(8)]);
  await reader.mayChoose(...others);
  await setStatus(reader, 'completed');
  await answers(reader);
  await reader.choose(item(2));
  await reader.shows(item(2));
  await reader.leave('suspendAll');
  await reader.reopen();
  await reader.shows(item(2));
  await setStatus(reader, 'passed');
  for (const each of [item(3), item(4), item(5), item(6), item(8)]) {
    await reader.choose(each);
    await reader.shows(each);
    if (each !== item(3)) await setStatus(reader, 'completed');
  }
  await reader.leave('exit');
  expect(await reader.attempt()).toMatchObject({ completion: 'completed', scaled: 0.7, progress: 1 });
  expect(await reader.kept(item(1))).toMatchObject({
    score: '7',
    'cmi.interactions.0.id': 'pregunta1',
    'cmi.interactions.0.student_response': 't',
    'cmi.interactions.0.result': 'correct',
    'cmi.interactions.0.correct_responses.0.pattern': 't',
  });
};

const setStatus = async (reader: PackageReader, status: string): Promise<void> => {
  const frame = await reader.window.content('index.html');
  await frame.click('a[href="#common-operations"]');
  await choose(frame, 'set-lesson-status', status);
};

const answers = async (reader: PackageReader): Promise<void> => {
  const frame = await reader.window.content('index.html');
  await choose(frame, 'set-score', '7');
  await frame.click('a[href="#interactions"]');
  await frame.click('#create-interactions');
  const values = { id: 'pregunta1', time: '10:00:00', weighting: '1', student_response: 't', result: 'correct', latency: '00:00:05' };
  for (const [field, value] of Object.entries({ ...values, objectives: 'meta1', 'correct-responses': 't' }))
    await frame.fill(`#interaction-${field}`, value);
  await frame.click('.ui-dialog-buttonset button:has-text("Save"):visible');
};

/** Chooses from one of the page's drawn menus. */
const choose = async (frame: Frame, menu: string, value: string): Promise<void> => {
  await frame.click(`#${menu}-button`);
  await frame.click(`#${menu}-menu .ui-menu-item:text-is("${value}")`);
};
