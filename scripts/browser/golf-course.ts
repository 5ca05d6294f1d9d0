import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';

/*
 * "Golf Explained", the course that many third-party packages are made of, as somebody reads it: pages with Next, and a test of
 * multiple choice and numbers.
 */
const patience = 15_000;

const until = async <T>(what: string, question: () => T | undefined): Promise<T> => {
  for (let left = patience / 50; left > 0; left--) {
    const answer = question();
    if (answer !== undefined) return answer;
    await sleep(50);
  }
  throw new Error(`not in time: ${what}`);
};

/** The course has begun in a frame of the player, its bookmark read. `part`: which content it shows, where one page shows several. */
export const golfIn = async (page: Page, part = ''): Promise<Frame> => {
  const frame = await until(`the golf course ${part}`, () =>
    page.frames().find((each) => each.url().includes(`/c/shared/launchpage.html${part}`)),
  );
  await frame.waitForFunction('document.readyState === "complete" && currentPage !== null', undefined, { timeout: patience });
  return frame;
};

/** Turns so many pages, or all to the last. */
export const turnPages = (frame: Frame, pages = 100): Promise<void> =>
  frame.evaluate(
    `for (let left = ${String(pages)}; left > 0 && currentPage < pageArray.length - 1; left--) document.querySelector('#butNext').click()`,
  );

/** Answers the questions, so many of them wrong, and hands them in. Returns the score that the page shows, 0 to 1. */
export const answerTest = async (frame: Frame, wrong: number): Promise<number> => {
  const test = await until('the test', () => frame.childFrames().find((each) => each.url().includes('assessmenttemplate')));
  await test.waitForSelector('input[type=button]');
  const score = await test.evaluate<number>(`{
    [...document.querySelectorAll('.question')].forEach((question, at) => {
      const right = question.querySelector('.correctAnswer');
      const input = (at < ${String(wrong)} && question.querySelector('.answer') || right).querySelector('input');
      if (input.type === 'radio') input.checked = true;
      else input.value = at < ${String(wrong)} ? '' : /\\((\\d+)\\)/.exec(right.textContent)[1];
    });
    document.querySelector('input[type=button]').click();
    Number(/Score: (\\d+)/.exec(document.querySelector('#test').textContent)[1]);
  }`);
  return score / 100;
};
