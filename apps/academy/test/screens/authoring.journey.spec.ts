import { describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { choose, press, write } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { inOrder, search, sees, stage } from './stage.js';

const theatre = stage();
const { story, person } = theatre;

/** A PNG of one colour, `size` pixels square. */
const picture = (size: number): Buffer => {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size);
  head.writeUInt32BE(size, 4);
  head.set([8, 2], 8);
  const rows = Buffer.alloc(size * (1 + size * 3), 0x55).fill(0);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const crc = (bytes: Buffer): number => {
  let rest = ~0;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
};
const upload = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

describe('an instructor writes a course of a page with an image, a video and a file', () => {
  let course = '';
  /** Opens the window for a new unit of this kind, fills it in and saves it. */
  const unit = async (page: Page, kind: string, title: string, fill: () => Promise<unknown>): Promise<void> => {
    await press(page, 'Add a unit');
    const dialog = page.getByRole('dialog');
    await choose(page, 'Kind of unit', kind);
    await dialog.getByRole('textbox', { name: /Title/ }).first().fill(title);
    await fill();
    await dialog.getByRole('button', { name: 'Add the unit' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(title).first().waitFor();
  };

  it(
    'with what the server holds to check it, through the screens alone',
    story('instructor', async ({ page, go }) => {
      await go('/teach/courses/new');
      await write(page, 'Code', 'RADIO-1');
      await write(page, /Title/, 'Radio procedure');
      await write(page, 'Hours of study', '2');
      await press(page, 'Create the course');
      await unit(page, 'Page to read', 'The handset', async () => {
        const text = page.getByRole('textbox', { name: /^Text/ });
        await text.fill('Hold it upright.');
        await text.press('Control+a');
        await text.press('Control+b');
        expect(await text.inputValue()).toBe('**Hold it upright.**');
        await text.press('Control+z');
        expect(await text.inputValue()).toBe('Hold it upright.');
        await text.press('End');
        await page.locator('[role=dialog] input[type=file]').setInputFiles(upload('DSC_01.png', 'image/png', picture(64)));
        await page.getByRole('textbox', { name: 'Description' }).fill('the handset');
        await press(page, 'Insert into the text');
        const named = async (): Promise<boolean> => (await text.inputValue()).includes('![the handset](/api/catalog/files/');
        await until('the image is named in the text', 10_000, named);
        await press(page, 'Show as learners see it');
        await page.getByRole('region', { name: 'Preview' }).getByRole('img', { name: 'the handset' }).waitFor();
      });
      await unit(page, 'Video', 'A call', () =>
        page
          .locator('[role=dialog] input[type=file]')
          .first()
          .setInputFiles(upload('call.mp4', 'video/mp4', Buffer.alloc(2_000, 1)))
          .then(() => sees(page, 'Captions')),
      );
      await unit(page, 'File', 'The alphabet', () =>
        page
          .locator('[role=dialog] input[type=file]')
          .setInputFiles(upload('alphabet.pdf', 'application/pdf', Buffer.from('%PDF-1.4 abc'))),
      );
      await unit(page, 'Quiz', 'Test', () => choose(page, /Quiz \(/, 'Scene test'));
      course = new URL(page.url()).pathname;
    }),
    60_000,
  );

  it(
    'puts its units in order with the keyboard alone, takes one out and has it back',
    story('instructor', async ({ page, go }) => {
      await go(course);
      const titles = (): Promise<string[]> =>
        page.evaluate<string[]>(
          "[...document.querySelectorAll('main ol button[aria-roledescription]')].map((each) => each.ariaLabel.replace('Drag ', ''))",
        );
      const order = (...wanted: string[]): Promise<void> =>
        until(`the order ${wanted.join()}`, 10_000, async () => (await titles()).join() === wanted.join());
      await page.getByRole('button', { name: 'Drag Test' }).focus();
      for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'Space']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(300); // the list makes room
      }
      await order('The handset', 'Test', 'A call', 'The alphabet');
      await press(page, 'Undo');
      await order('The handset', 'A call', 'The alphabet', 'Test');
      await press(page, 'Remove A call');
      await order('The handset', 'The alphabet', 'Test');
      await press(page, 'Undo');
      await order('The handset', 'A call', 'The alphabet', 'Test');
    }),
    60_000,
  );

  it(
    'is translated field by field, and no word of a colleague is lost',
    story('instructor', async (visitor) => {
      const { page, go } = visitor;
      await go(course);
      await page.getByRole('region', { name: 'About the course' }).getByRole('button', { name: 'Edit' }).click();
      await page.getByRole('checkbox', { name: 'Español' }).check();
      await press(page, 'Save');
      await page.getByRole('link', { name: 'Texts side by side' }).click();
      const body = page.getByRole('region', { name: 'The handset: Page' });
      await body.getByText('Missing').waitFor();
      await body.getByRole('textbox', { name: /Español/ }).fill('Sosténgalo derecho.');
      await body.getByText('All saved').nth(1).waitFor();
      await body.getByText('Missing').waitFor({ state: 'hidden' });
      await inOrder(visitor);

      await go(course);
      await page.getByRole('link', { name: 'Edit The handset' }).click();
      const colleague = await person('administrator');
      await colleague.go(new URL(page.url()).pathname);
      await colleague.page.getByRole('textbox', { name: /Title.*English/ }).fill('The hand-held radio');
      await sees(colleague.page, 'All saved');
      await colleague.page.waitForTimeout(2_000);
      await sees(colleague.page, 'All saved');
      await page.getByRole('textbox', { name: /Title.*English/ }).fill('The radio');
      await sees(page, 'Somebody else saved changes meanwhile');
      await sees(page, 'The hand-held radio');
      await inOrder(visitor);
      await press(page, 'Take the saved one');
      await page.getByRole('textbox', { name: /Title.*English/ }).fill('The handset');
      await sees(page, 'Will be saved in a moment');
      await sees(page, 'All saved');
      await press(page, 'Done: back to the course');
      await sees(page, 'The handset');
      await colleague.leave();
    }),
    90_000,
  );

  it(
    'is looked at by a second person, who sends it back, then approves it; then it is published',
    story('instructor', async (visitor) => {
      const { page, go } = visitor;
      await go(`${course}/review`);
      const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
      await page.getByRole('checkbox', { name: 'Publish only with approval' }).check();
      await kept;
      await go(course);
      await press(page, 'Publish a version');
      await sees(page, /only after a second person has approved/);
      const ask = async (): Promise<void> => {
        await go(`${course}/review`);
        await press(page, 'Ask for the review');
        await sees(page, 'Take the request back');
      };
      await ask();
      const second = await person('administrator', { width: 360 });
      await second.go(`${course}/review`);
      await press(second.page, 'Comment: The handset');
      await second.page.getByRole('textbox', { name: 'Comment on The handset' }).fill('Which model?');
      await press(second.page, 'Save the comment');
      await sees(second.page, /Which model/);
      await press(second.page, 'Send back with the note');
      await sees(second.page, 'Say what has to change.');
      await second.page.getByRole('textbox', { name: 'Note for the author' }).fill('One question.');
      await press(second.page, 'Send back with the note');
      await sees(second.page, 'Sent back');
      await inOrder(second);
      await ask();
      await second.go(`${course}/review`);
      await press(second.page, 'Approve the draft');
      await sees(second.page, 'Approved');
      await second.leave();
      await go(course);
      await press(page, 'Publish a version');
      await sees(page, 'Version 1 is published');
      await go(`${course}/preview`);
      await sees(page, 'Preview of the draft');
      await page.getByRole('link', { name: 'Open: The handset' }).click();
      await page.getByRole('img', { name: 'the handset' }).waitFor();
    }),
    90_000,
  );

  it('that an officer opens on a phone: the image shows, the video asks for its bytes, the file comes down whole', async () => {
    const training = await person('training');
    await training.go('/institution/editions/new');
    await choose(training.page, 'Published course', /Radio procedure/);
    await write(training.page, 'Title of the edition', 'Radio, first');
    await training.page.getByLabel('Opens').fill('2026-01-01T08:00');
    await press(training.page, 'Open the edition');
    await training.page.getByRole('link', { name: 'Enroll people' }).first().click();
    await search(training.page, /Search by name/, 'Torres');
    await press(training.page, 'Add Daniela Torres Peña');
    await press(training.page, 'Enroll 1 person');
    await sees(training.page, '1 person enrolled');
    await training.leave();

    const officer = await person('officer', { width: 360 });
    const { page } = officer;
    await page
      .getByRole('link', { name: /Radio procedure/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Open: The handset' }).click();
    const image = page.getByRole('img', { name: 'the handset' });
    await image.waitFor();
    expect(await page.evaluate('document.querySelector("article img").naturalWidth')).toBe(64);
    await press(page, 'I have read this');
    await sees(page, 'This unit is completed.');
    await inOrder(officer);

    const asked = page.waitForResponse((answer) => /\/api\/catalog\/files\/[0-9a-f-]+$/.test(answer.url()));
    await page.getByRole('link', { name: 'Next: A call' }).click();
    await page.locator('video').waitFor();
    expect((await asked).headers()['content-type']).toBe('video/mp4');
    await press(page, 'I have watched this');

    await page.getByRole('link', { name: 'Next: The alphabet' }).click();
    await sees(page, 'alphabet.pdf');
    await sees(page, '12 byte');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
    expect(download.suggestedFilename()).toBe('alphabet.pdf');
    await inOrder(officer);
    await officer.leave();
  });
});
