import { describe, expect, it } from '@jest/globals';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { choose, file, press, write } from '../journey-steps.js';
import { accounts, password } from './accounts.js';
import { inOrder, search, sees, stage } from './stage.js';

const theatre = stage();
const { story, stranger, person } = theatre;
const roll = `external_id,email,given_name,family_name,sex,country,institution,rank,language
R-1,rosa@aula.example,Rosa,Ibarra,F,CR,CR-ANP,Agente,es
R-2,ruth@aula.example,Ruth,Solís,F,CR,CR-ANP,Agente,es
`;

describe('a training administrator', () => {
  it(
    'takes an import back, and sees that its people are gone',
    story('training', async ({ page, go }) => {
      await go('/institution/imports');
      await page.locator('input[type=file]').setInputFiles(file('second.csv', roll));
      await sees(page, /Rehearsal finished/);
      await press(page, 'Apply the import');
      await sees(page, 'The import has been applied');
      await press(page, 'Take the import back');
      await sees(page, 'Take this import back?');
      await page.getByRole('dialog').getByRole('button', { name: 'Take the import back' }).click();
      await sees(page, 'This import was taken back.');
      const removed = page.locator('dt', { hasText: /^Removed$/ }).locator('xpath=following-sibling::dd');
      expect(await removed.innerText()).toBe('2');
      expect(await page.getByRole('dialog').count()).toBe(0);
      await go('/institution/people');
      await search(page, /Search by name/, 'Ibarra');
      await sees(page, 'Nobody matches');
    }),
    60_000,
  );

  it(
    'enrolls an institution with all below it, then everyone, and reads who was left out and why',
    story('training', async ({ page, go }) => {
      // a course that was chosen, and not yet read again by itself, is chosen all the same
      await page.route(/\/api\/catalog\/courses\/[^/?]+$/, (route) => setTimeout(() => void route.continue(), 1_500));
      await go('/institution/editions/new');
      await choose(page, 'Published course', /Preserving the scene/);
      await write(page, 'Title of the edition', 'Whole force');
      await press(page, 'Open the edition');
      await page.getByRole('link', { name: 'Enroll people' }).first().click();
      await page.getByRole('radio', { name: /An institution/ }).check();
      await choose(page, 'Institution', 'Policía Nacional de Colombia');
      await press(page, /^Enroll the institution/);
      await sees(page, /3\d people enrolled/); // the police of Colombia with its direction of education and its cadet school
      await page.getByRole('radio', { name: /Everyone/ }).check();
      await press(page, /^Enroll everyone/);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Enroll everyone/ })
        .click();
      await sees(page, /3[67]\d people enrolled/);
      await sees(page, /Enrolled already: 3\d/);
      await page.getByRole('link', { name: 'See who is enrolled' }).click();
      await sees(page, 'Whole force');
      const enrolled = page.locator('dt', { hasText: /^Enrolled$/ }).locator('xpath=following-sibling::dd');
      expect(Number(await enrolled.innerText())).toBeGreaterThanOrEqual(401);
    }),
    60_000,
  );

  it(
    'narrows the editions to a course and a state, and copies one for the next cycle',
    story('training', async ({ page, go }) => {
      await go('/institution/editions');
      const toCome = page.getByRole('link', { name: 'Whole force' }); // opens at the next full hour
      await toCome.waitFor();
      await choose(page, 'State', 'Open');
      await toCome.waitFor({ state: 'detached' });
      await choose(page, 'State', 'Planned');
      await choose(page, 'Course', /Preserving the scene/);
      await toCome.click();
      await page.getByRole('link', { name: 'Copy for the next cycle' }).click();
      await sees(page, /Copied from “Whole force”/);
      const title = page.getByRole('textbox', { name: 'Title of the edition' });
      expect(await title.inputValue()).toBe('Whole force');
      await title.fill('Whole force, next');
      await page.getByLabel('Opens').fill('2090-01-10T08:00');
      await page.getByLabel('Closes').fill('2090-02-10T08:00');
      await press(page, 'Open the edition');
      await page.getByRole('heading', { level: 1, name: 'Whole force, next' }).waitFor();
      await sees(page, 'Planned');
    }),
    60_000,
  );

  it(
    'withdraws somebody with a reason; the officer sees the course shut',
    story('training', async ({ page, go }) => {
      await go(`/institution/editions/${theatre.made.editionId}`);
      await page.getByRole('link', { name: 'Daniela Torres Peña' }).click();
      await press(page, 'Withdraw Daniela Torres Peña');
      const dialog = page.getByRole('dialog');
      expect(await dialog.getByRole('button', { name: 'Withdraw' }).isDisabled()).toBe(true);
      await dialog.getByLabel('Reason').fill('Moved to another unit');
      await dialog.getByRole('button', { name: 'Withdraw' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('Withdrawn', { exact: true }).waitFor();
      const officer = await person('officer', { width: 360 });
      await officer.go(`/learning/${theatre.made.enrolled.running}`);
      await sees(officer.page, /Your enrollment was withdrawn/);
      expect(await officer.page.getByRole('button', { name: /^(Open|Continue)/ }).count()).toBe(0);
      await inOrder(officer);
      await officer.leave();
    }),
    60_000,
  );
});

describe('in a network of more institutions than one page of a list holds', () => {
  it(
    'a woman is added to institution number 201, keeps it when her rank is changed, and gets another one when it is looked for',
    story('training', async ({ page, go }) => {
      const admin = await AcademyClient.signIn(theatre.academy.url, accounts.administrator, password);
      const plant = (code: string, name: string) =>
        admin.post<{ id: string }>('/api/identity/institutions', { code, name, country: 'CR', parentId: null });
      await Promise.all(Array.from({ length: 200 }, (_, at) => plant(`CR-D${String(at)}`, `Delegación ${String(at)}`)));
      await plant('CR-Z', 'Zona fronteriza');
      await go('/institution/people');
      await press(page, 'Add');
      await write(page, 'Given names', 'Zoila');
      await write(page, 'Family names', 'Zamora');
      await write(page, 'E-mail', 'zoila@aula.example');
      await choose(page, 'Sex', 'Woman');
      const field = page.getByRole('combobox', { name: 'Institution' }).last();
      await field.fill('zona fronteriza');
      await page.getByRole('option', { name: /Zona fronteriza/ }).click();
      await press(page, 'Save the person');
      await page.waitForURL(/\/institution\/people\/[\da-f-]{36}/);
      await sees(page, 'Woman');
      const person = `/api/identity/people/${page.url().split('/').at(-1)!}`;
      const institution = async (): Promise<string | null> => (await admin.get<{ institution: string | null }>(person)).institution;

      await press(page, 'Edit');
      await write(page, 'Rank', 'Sargento');
      await press(page, 'Save');
      await page.getByText('Sargento').waitFor();
      expect(await institution()).toBe('Zona fronteriza');

      await press(page, 'Edit');
      expect(await field.inputValue()).toMatch(/^Zona fronteriza/);
      await field.fill('delegacion 199');
      await page.getByRole('option', { name: /Delegación 199/ }).click();
      await press(page, 'Save');
      await sees(page, 'Delegación 199');
      expect(await institution()).toBe('Delegación 199');
    }),
    60_000,
  );
});

describe('an instructor', () => {
  it('marks who is at a session, with a phone on a line that breaks', async () => {
    const { made, academy } = theatre;
    const training = await AcademyClient.signIn(academy.url, accounts.training, password);
    const hour = 3_600_000;
    const wish = { courseVersionId: made.versionId, title: 'Aula 3', mode: 'on-site', timeZone: 'America/Lima' };
    const times = { opensAt: new Date(Date.now() - hour).toISOString(), closesAt: new Date(Date.now() + hour).toISOString() };
    const edition = await training.post<{ id: string }>('/api/enrollment/editions', { ...wish, ...times });
    const { items } = await training.get<{ items: { id: string }[] }>('/api/identity/people?limit=12');
    const personIds = items.map(({ id }) => id);
    const path = `/api/enrollment/editions/${edition.id}`;
    const { batchId } = await training.post<{ batchId: string }>(`${path}/enrollments`, { personIds });
    await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
    const recorded = async (): Promise<number> =>
      (await training.get<{ items: { attended: number }[] }>(`${path}/sessions`)).items[0]!.attended;

    const instructor = await person('instructor', { width: 360 });
    const { page, go } = instructor;
    await go('/attendance');
    await page.getByRole('link', { name: 'Aula 3' }).click();
    await page.getByRole('link', { name: 'Practice' }).first().click();
    const boxes = page.getByRole('list', { name: 'Attendance roll' }).getByRole('checkbox');
    await boxes.first().check();
    await sees(page, '1 of 12');
    await sees(page, 'All saved');
    expect(await recorded()).toBe(1);

    await page.context().setOffline(true);
    await boxes.nth(1).press('Space');
    await boxes.nth(1).press('ArrowDown');
    await page.keyboard.press('Space');
    await sees(page, '3 of 12');
    await sees(page, /2 marks not saved yet: kept on this device/);
    await inOrder(instructor);
    expect(await recorded()).toBe(1);
    await page.context().setOffline(false);
    await sees(page, 'All saved');
    expect(await recorded()).toBe(3);

    await press(page, 'All present (9)');
    await sees(page, '12 of 12');
    await sees(page, 'All saved');
    expect(await recorded()).toBe(12);
    await press(page, 'Undo');
    await sees(page, '3 of 12');
    await sees(page, 'All saved');
    expect(await recorded()).toBe(3);
    await instructor.picture('attendance-phone');

    await page.getByRole('link', { name: 'Signature sheet' }).click();
    await page.getByRole('table').getByRole('row').nth(12).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.locator('header').first().isVisible()).toBe(false);
    await instructor.picture('attendance-paper');
    await page.emulateMedia({ media: null });
    await inOrder(instructor);
    await instructor.leave();
  });
});

describe('a registrar', () => {
  it(
    'revokes a certificate with a reason that the public page and the holder then read',
    story('registrar', async ({ page, go }) => {
      const { inForce } = theatre.made;
      await go('/university');
      await search(page, 'Search certificates', inForce);
      await press(page, `Revoke certificate ${inForce}`);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Reason (public)').fill('Issued to the wrong person');
      await dialog.getByRole('button', { name: 'Revoke' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('listitem').getByText('Revoked').waitFor();

      const anyone = await stranger({ width: 360 });
      await anyone.go(`/v/${inForce}`);
      await sees(anyone.page, 'No: it was revoked.');
      await sees(anyone.page, 'Reason: Issued to the wrong person');
      await sees(anyone.page, /nothing was changed since it was issued/);
      await inOrder(anyone);
      await anyone.leave();

      const holder = await person('officer', { width: 360 });
      await holder.go('/learning/certificates');
      const revoked = holder.page.getByRole('listitem').filter({ hasText: 'Issued to the wrong person' });
      await revoked.waitFor();
      expect(await revoked.getByRole('link', { name: 'Download PDF' }).count()).toBe(0);
      await holder.leave();
    }),
    60_000,
  );
});
