import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { file, press, write } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { accounts, password } from './accounts.js';
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

/** Until the server holds this text of the page that the course has. */
const reaches = (page: Page, text: string): Promise<void> => {
  const { courseId, pageUnitId } = theatre.made;
  const unit = `${theatre.academy.url}/api/catalog/courses/${courseId}/units/${pageUnitId}`;
  return until('the server has the text', 15_000, async () => (await (await page.request.get(unit)).text()).includes(text));
};

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
        const course = page.getByRole('link', { name: /Preserving the scene/ }).first();
        await course.waitFor();
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
        await course.waitFor();
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
    'an instructor writes on a page that is there: kept through a reload without a line, and with the server as soon as there is one',
    story('instructor', async ({ page, go }) => {
      const { courseId, pageUnitId } = theatre.made;
      await onTheDevice(page);
      await go(`/teach/courses/${courseId}/units/${pageUnitId}`);
      const text = page.getByRole('textbox', { name: /^Text/ }).first();
      await sees(page, 'All saved');
      await tunnel(page);
      await text.fill('Look, breathe, and close the area.');
      await sees(page, 'No line: kept on this device');
      await page.reload();
      await sees(page, 'This needs a line.');
      await daylight(page);
      await text.waitFor();
      expect(await text.inputValue()).toBe('Look, breathe, and close the area.');
      await sees(page, 'All saved');
      await reaches(page, 'Look, breathe, and close the area.');
      expect((await keptPlaces(page)).filter((place) => place.startsWith('aula.draft'))).toEqual([]);
    }),
    60_000,
  );

  it(
    'a translator goes on side by side, and each text says where it is',
    story('instructor', async ({ page, go }) => {
      await onTheDevice(page);
      await go(`/teach/courses/${theatre.made.courseId}/texts`);
      const body = page.getByRole('region', { name: 'Al llegar: Page' });
      const portuguese = body.getByRole('textbox', { name: /Português/ });
      await portuguese.waitFor();
      await tunnel(page);
      await portuguese.fill('Olhe, respire e delimite.');
      await body.getByText('No line: kept on this device').waitFor();
      await page.reload();
      await sees(page, 'This needs a line.');
      await daylight(page);
      await portuguese.waitFor();
      expect(await portuguese.inputValue()).toBe('Olhe, respire e delimite.');
      await reaches(page, 'Olhe, respire e delimite.');
      await body.getByText('No line: kept on this device').waitFor({ state: 'detached' });
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

  it(
    'says so where a session elsewhere could not be ended for want of a line',
    story('officer', async ({ page, go }) => {
      await AcademyClient.signIn(theatre.academy.url, accounts.officer, password);
      await go('/account');
      const end = page.getByRole('button', { name: /^Sign out there:/ }).first();
      await end.waitFor();
      await tunnel(page);
      await end.click();
      await sees(page, 'This needs a line.');
      await daylight(page);
    }),
    60_000,
  );
});

describe('a device that was never heard of again', () => {
  it(
    'is named at the course and at its unit, with what to do there',
    story('training', async ({ page, go }) => {
      const { attemptId, enrollmentId, unitId } = theatre.made.studied;
      const heard = (until: string) =>
        theatre.academy.database.query(`update content.attempt set busy_until = ${until} where id = $1`, [attemptId]);
      await heard(`'2026-03-01T10:02:00Z'`);
      await go(`/learning/${enrollmentId}`);
      await sees(page, /^Not closed properly on Mar 1, 2026.* Work may wait on that device: open the unit there once more/);
      await go(`/learning/${enrollmentId}/units/${unitId}`);
      await sees(page, /^Not closed properly on Mar 1, 2026/);
      await heard('null');
    }),
    60_000,
  );
});
