import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { file, press, write } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();
const { story } = theatre;

/** Into the tunnel, and out of it. */
const tunnel = (page: Page) => page.context().setOffline(true);
const daylight = (page: Page) => page.context().setOffline(false);
/** Until the application is on the device, which takes a moment after the first page. */
const onTheDevice = (page: Page): Promise<unknown> => page.waitForFunction('navigator.serviceWorker.controller !== null');
const keptPlaces = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`Object.keys(localStorage).filter((name) => /^aula\\.(kept|draft|recent)/.test(name))`);

const people = `external_id,email,given_name,family_name,sex,country,institution,rank,language
T-1,tula@aula.example,Tula,Ibarra,F,CR,CR-ANP,Agente,es
`;

describe('in a tunnel', () => {
  it(
    'an officer opens the academy, reads courses and certificates, and leaves nothing behind at the sign-out',
    story(
      'officer',
      async (visitor) => {
        const { page, go } = visitor;
        const { enrolled } = theatre.made;
        await onTheDevice(page);
        await go(`/learning/${enrolled.running}`);
        await sees(page, 'Units of the course');
        await go('/learning/certificates');
        await page.getByRole('link', { name: /PDF/ }).first().waitFor();
        await tunnel(page);
        await page.reload();
        await sees(page, 'No line');
        await sees(page, /What you see was loaded at/);
        await page.getByRole('link', { name: /PDF/ }).first().click();
        await sees(page, 'This needs a line.');
        await inOrder(visitor);
        await go('/learning');
        await page
          .getByRole('link', { name: /Preserving the scene/ })
          .first()
          .waitFor();
        await go(`/learning/${enrolled.running}`);
        await sees(page, 'Units of the course');
        await sees(page, 'No line');
        await visitor.picture('in-a-tunnel');
        await daylight(page);
        await page.getByText('No line').waitFor({ state: 'detached' });
        expect(await keptPlaces(page)).not.toEqual([]);
        await press(page, 'Menu');
        await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
        await page.getByLabel('E-mail').waitFor();
        expect(await keptPlaces(page)).toEqual([]);
      },
      { width: 360 },
    ),
    60_000,
  );

  it(
    'an officer answers, the phone drops the page, and the answer arrives all the same',
    story(
      'officer',
      async ({ page, go }) => {
        const { made, academy } = theatre;
        await onTheDevice(page);
        await go(`/learning/${made.enrolled.running}/units/${made.quizUnitId}/attempts/${made.attempt.id}`);
        const answer = page.getByRole('radio').first();
        await answer.waitFor();
        await tunnel(page);
        await answer.check();
        await sees(page, 'No line');
        await page.reload();
        await answer.waitFor();
        expect(await answer.isChecked()).toBe(true);
        await daylight(page);
        await sees(page, /^Saved$/);
        const saved = 'select 1 from assessment.answer where attempt_id = $1 and place = 1';
        expect((await academy.database.query(saved, [made.attempt.id])).rowCount).toBe(1);
      },
      { width: 360 },
    ),
    60_000,
  );

  it(
    'an instructor writes a page; it is there again after a reload, and once saved nothing is restored',
    story('instructor', async ({ page, go }) => {
      await go(`/teach/courses/${theatre.made.draftId}`);
      await press(page, 'Add a unit');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'Kind of unit' }).selectOption('page');
      await dialog.getByRole('textbox', { name: /Title/ }).first().fill('Written in a tunnel');
      await dialog.getByRole('textbox', { name: /^Text/ }).first().fill('Every word of it.');
      await tunnel(page);
      await dialog.getByRole('button', { name: 'Add the unit' }).click();
      await sees(page, 'This needs a line.');
      await daylight(page);
      await page.reload();
      await sees(page, 'You left a unit unsaved on this device');
      await press(page, 'Go on with it');
      await sees(page, /Restored: what you typed and had not saved/);
      expect(await dialog.getByRole('textbox', { name: /^Text/ }).first().inputValue()).toBe('Every word of it.');
      await dialog.getByRole('button', { name: 'Add the unit' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await sees(page, 'Written in a tunnel');
      expect((await keptPlaces(page)).filter((place) => place.startsWith('aula.draft'))).toEqual([]);
    }),
    60_000,
  );

  it(
    'a list of people to enroll and the note of a reminder outlive a tunnel, a reload and a look at another way',
    story('training', async ({ page, go }) => {
      const edition = `/institution/editions/${theatre.made.editionId}`;
      const rows = 'tula@aula.example\nCR-7\n';
      await go(`${edition}/enroll`);
      const list = page.getByLabel('E-mail addresses or identification numbers, one a row');
      await page.getByRole('radio', { name: /A list of e-mail addresses/ }).check();
      await list.fill(rows);
      await tunnel(page);
      await press(page, /^Check 2 rows/);
      await sees(page, 'This needs a line.');
      await page.getByRole('radio', { name: /Everyone/ }).check();
      await list.waitFor({ state: 'detached' });
      await daylight(page);
      await page.reload();
      await sees(page, /Restored: what you typed and had not saved/);
      expect(await list.inputValue()).toBe(rows);

      await go(`${edition}/reminders`);
      await page.getByText('Add some words of your own').first().click();
      const note = page.getByRole('textbox', { name: /Español/ }).first();
      await note.fill('Faltan tres días.');
      await tunnel(page);
      await press(page, 'Look before sending');
      await sees(page, 'This needs a line.');
      await daylight(page);
      await page.reload();
      await sees(page, /Restored: what you typed and had not saved/);
      expect(await note.inputValue()).toBe('Faltan tres días.');
      await press(page, 'Discard what was restored');
      expect(await note.inputValue()).toBe('');
    }),
    60_000,
  );

  it(
    'an import waits, says so, and goes on by itself',
    story('training', async ({ page, go }) => {
      await go('/institution/imports');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await tunnel(page);
      await page.locator('input[type=file]').setInputFiles(file('tunnel.csv', people));
      await sees(page, 'The sending goes on by itself');
      await daylight(page);
      await sees(page, /Rehearsal finished/);
    }),
    60_000,
  );

  it(
    'whoever signs out with something unsaved is asked first',
    story('training', async ({ page, go }) => {
      await go('/institution/people');
      await page.locator('main button[aria-expanded=false]').first().click();
      await write(page, /Given names/, 'Tránsito');
      await until('the draft is kept', 10_000, async () => (await keptPlaces(page)).some((place) => place.startsWith('aula.draft')));
      await press(page, 'Sign out');
      await sees(page, 'Sign out and erase what is not saved?');
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }),
    60_000,
  );
});

describe('the search', () => {
  it(
    'is a key away, leaves accents aside, and remembers what was chosen',
    story('training', async (visitor) => {
      const { page } = visitor;
      await page.keyboard.press('/');
      const field = page.getByRole('combobox', { name: 'Search' });
      await field.waitFor();
      await page.keyboard.type('pena');
      await page.getByRole('group', { name: 'People' }).getByRole('option', { name: /Peña/ }).first().waitFor();
      await inOrder(visitor);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/institution\/people\/[\da-f-]{36}/);
      await page.getByRole('heading', { level: 1, name: /Peña/ }).waitFor(); // a new page takes the focus first
      await page.keyboard.press('/');
      await page.getByRole('group', { name: 'Chosen recently' }).getByRole('option', { name: /Peña/ }).waitFor();
      await page.keyboard.type('zzzz');
      await sees(page, 'Nothing matches “zzzz”.');
    }),
    60_000,
  );

  it(
    'finds an officer courses only',
    story(
      'officer',
      async (visitor) => {
        const { page } = visitor;
        await press(page, 'Search');
        await page.keyboard.type('de');
        await page.getByRole('group', { name: 'Courses' }).getByRole('option').first().waitFor();
        expect(await page.getByRole('group', { name: 'People' }).count()).toBe(0);
        await inOrder(visitor);
      },
      { width: 360 },
    ),
    60_000,
  );
});

describe('the look', () => {
  it(
    'is chosen, stays, and on paper is always black on white, without anything to press',
    story('officer', async (visitor) => {
      const { page, go } = visitor;
      await page.getByRole('combobox', { name: 'Appearance' }).selectOption('dark');
      await go(`/learning/${theatre.made.enrolled.completed}`);
      await sees(page, 'Units of the course');
      expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
      await inOrder(visitor);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      expect(await page.locator('nav, select, button, a.mantine-Button-root').filter({ visible: true }).count()).toBe(0);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    }),
    60_000,
  );
});
