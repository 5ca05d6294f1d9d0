import { describe, expect, it } from '@jest/globals';
import { press } from '../journey-steps.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();
const { story } = theatre;

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

  it(
    'comes onto the device when the browser offers it and the person asks for it',
    story('officer', async (visitor) => {
      const { page, go } = visitor;
      await go('/account');
      await sees(page, 'Where you are signed in');
      expect(await page.getByRole('button', { name: 'Install Aula' }).count()).toBe(0);
      await page.evaluate(
        `dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => Promise.resolve(dispatchEvent(new Event('appinstalled'))) }))`,
      );
      await inOrder(visitor);
      await press(page, 'Install Aula');
      await sees(page, 'Aula is installed on this device.');
    }),
    60_000,
  );
});
