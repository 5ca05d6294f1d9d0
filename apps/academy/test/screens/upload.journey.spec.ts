import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { aPackageZip } from '@aula/content/test/a-package';
import type { Page } from 'playwright-core';
import { press } from '../journey-steps.js';
import { sees, stage } from './stage.js';

const theatre = stage();
const { story } = theatre;

/** A line that breaks whenever a piece of an upload is sent, as long as `broken` is true; remembers where pieces began. */
const aLine = async (page: Page): Promise<{ broken: boolean; from: string[] }> => {
  const line = { broken: false, from: [] as string[] };
  await page.route('**/api/content/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    if (line.broken) return route.abort('internetdisconnected');
    line.from.push(request.headers()['upload-offset'] ?? '');
    await route.continue();
    line.broken = true;
  });
  return line;
};

describe('an instructor with a bad line', () => {
  let zip: string;
  beforeAll(async () => {
    zip = path.join(await mkdtemp(path.join(tmpdir(), 'aula-zip-')), 'radio.zip');
    await writeFile(zip, await aPackageZip({ title: 'Radio', more: { 'film.mp4': randomBytes(17 * 1_024 ** 2) } }));
  });

  it(
    'reads that it is gone, pauses, leaves, comes back, and the upload goes on where it stopped',
    story('instructor', async ({ page, go }) => {
      const line = await aLine(page);
      await go('/teach/packages');
      await page.locator('input[type=file]').setInputFiles(zip);
      await sees(page, 'The line is gone');
      await press(page, 'Pause');
      await sees(page, 'Paused');
      line.broken = false;
      await press(page, 'Go on');
      await sees(page, 'The line is gone');
      await page.reload();
      await sees(page, 'Unfinished uploads');
      await sees(page, 'radio.zip');
      line.broken = false;
      await page.locator('input[type=file]').setInputFiles(zip);
      await sees(page, 'About the package');
      await sees(page, 'Ready');
      const piece = 8 * 1_024 ** 2;
      expect(line.from).toEqual(['0', String(piece), String(2 * piece)]);
    }),
    60_000,
  );
});

describe('an instructor with a better file', () => {
  it(
    'makes it the next version, reads what changes, moves learners and undoes it',
    story(
      'instructor',
      async (visitor) => {
        const { page, go } = visitor;
        const third = path.join(await mkdtemp(path.join(tmpdir(), 'aula-zip-')), 'third.zip');
        await writeFile(
          third,
          await aPackageZip({ title: 'Human rights, third edition', pages: ['inicio.html', 'otro.html', 'final.html'] }),
        );
        await go(`/teach/packages/${theatre.made.versions.two}/versions`);
        await page.locator('input[type=file]').setInputFiles(third);
        await press(page, 'Make it the next version');
        await sees(page, 'Human rights, third edition');
        await sees(page, 'Version 3');
        await sees(page, 'What changes');
        await sees(page, 'Before: final.html');
        await page.getByRole('radio', { name: 'Those who have not completed' }).check();
        const move = page.getByRole('button', { name: /^Move [1-9]\d* learners?$/ });
        await move.click();
        await page.getByRole('dialog').getByRole('button', { name: /^Move/ }).click();
        await page.getByRole('listitem').filter({ hasText: 'To version 3' }).getByText('Done').waitFor();
        await sees(page, 'There is nobody to move.');
        await visitor.picture('package-versions-phone');
        await press(page, /^Undo: To version 3/);
        await page.getByRole('dialog').getByRole('button', { name: 'Undo the move' }).click();
        await page.getByRole('listitem').filter({ hasText: 'To version 3' }).getByText('Undone').waitFor();
        await move.waitFor();
      },
      { width: 360 },
    ),
    60_000,
  );
});
