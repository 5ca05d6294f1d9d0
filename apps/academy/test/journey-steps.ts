import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { useOfForce } from '../../../scripts/demo/courses/use-of-force/index.ts';
import { buildPackage } from '../../../scripts/demo/package/scorm-package.ts';
import type { Visitor } from './browser.js';

/** What people do in the screens on the way from a package file to a certificate, in the order of DESIGN section 5. */
export const password = 'una-frase-larga-2026';
const administrator = { email: 'admin@aula.example', password: 'aula-demo-2026' };
const folder = mkdtempSync(path.join(tmpdir(), 'aula-journey-'));
export const file = (name: string, content: string | Buffer): string => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};

const people = `external_id,email,given_name,family_name,sex,country,institution,rank,language
J-1,teacher@journey.example,Teresa,Muñoz,F,PE,JRN,Inspector,en
J-2,trainer@journey.example,Tomás,Quispe,M,PE,JRN,Captain,en
J-3,officer@journey.example,Ana Lucía,Peña Gonçalves,F,PE,JRN,Agent,en
J-4,bad-address,No,Address,F,PE,JRN,Agent,en
`;
const gift = Array.from({ length: 4 }, (_, n) => `::Q${n}:: Question ${n}: what is right? {=right ${n} ~wrong a${n} ~wrong b${n}}`).join(
  '\n\n',
);

export const wait = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: 60_000 });
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
export const write = (page: Page, name: string | RegExp, text: string) => page.getByRole('textbox', { name }).first().fill(text);

/** An institution, then people of a CSV: rehearsed, one row rejected, applied. */
export async function importPeople({ page, go }: Screens): Promise<void> {
  await go('/institution/institutions');
  await press(page, 'Add');
  await write(page, 'Name', 'Academia del viaje');
  await write(page, 'Code', 'JRN');
  await choose(page, 'Country', 'Peru');
  await press(page, 'Create the institution');
  await wait(page, 'Academia del viaje');
  await go('/institution/imports');
  await page.locator('input[type=file]').setInputFiles(file('people.csv', people));
  await wait(page, /Rehearsal finished/);
  await wait(page, 'Line 5');
  await press(page, 'Apply the import');
  await wait(page, 'The import has been applied');
}

export async function uploadPackage({ page, go }: Screens): Promise<void> {
  await go('/teach/packages');
  const zip = await buildPackage(useOfForce.texts.en.lesson, '1.2');
  await page.locator('input[type=file]').setInputFiles(file('lesson.zip', zip));
  await wait(page, 'The package is ready');
}

export async function makeQuiz({ page, go }: Screens): Promise<void> {
  await go('/teach/banks');
  await write(page, 'Title of the bank', 'Journey bank');
  await press(page, 'Create the bank');
  await page.locator('input[type=file]').setInputFiles(file('questions.gift', gift));
  await wait(page, '4 questions imported');
  await go('/teach/quizzes');
  await write(page, /Title/, 'Journey examination');
  await choose(page, 'Question bank', 'Journey bank');
  await write(page, 'Score to pass (%)', '60');
  await press(page, 'Create the quiz');
  await wait(page, 'The quiz is ready to be added to a course.');
}

export type Screens = Pick<Visitor, 'page'> & { go: (address: string) => Promise<unknown> };

/** Picks an option of one of the application's select fields. */
export async function choose(page: Page, label: string | RegExp, option: string | RegExp): Promise<void> {
  const field = page
    .getByRole('textbox', { name: label })
    .or(page.getByRole('combobox', { name: label }))
    .first();
  await field.waitFor();
  if ((await field.locator('option').count()) > 0) {
    const value = await field.locator('option').filter({ hasText: option }).first().getAttribute('value');
    await field.selectOption(value);
    return;
  }
  await field.click();
  await page.getByRole('option', { name: option }).first().click();
}

/** Passwords and roles, as the administrator's scripts give them. */
export async function giveAccounts(url: string): Promise<void> {
  const admin = await AcademyClient.signIn(url, administrator.email, administrator.password);
  const roles = {
    'teacher@journey.example': 'instructor',
    'trainer@journey.example': 'training-administrator',
    'officer@journey.example': undefined,
  };
  for (const [email, role] of Object.entries(roles)) {
    const { items } = await admin.get<{ items: { id: string }[] }>(`/api/identity/people?email=${email}`);
    await admin.put(`/api/identity/people/${items[0]!.id}/password`, { password });
    if (role) await admin.post('/api/identity/grants', { personId: items[0]!.id, role, scope: { kind: 'everything', id: null } });
  }
}

export async function makeCourse(screens: Screens): Promise<void> {
  const { page } = screens;
  await beginCourse(screens, 'JRN-1', 'Journey course');
  await addUnit(page, 'Interactive lesson (SCORM)', 'The lesson', /Package/, /Human rights/);
  await addUnit(page, 'Quiz', 'The examination', /Quiz \(/, 'Journey examination');
  await publish(page);
}

/** A course without units. */
export async function beginCourse({ page, go }: Screens, code: string, title: string): Promise<void> {
  await go('/teach/courses/new');
  await page.getByRole('textbox', { name: 'Code' }).first().fill(code);
  await page.getByRole('textbox', { name: /Title/ }).first().fill(title);
  await page.getByRole('textbox', { name: 'Hours of study' }).first().fill('4');
  await press(page, 'Create the course');
  await wait(page, 'The course has no units yet');
}

export async function publish(page: Page): Promise<void> {
  await press(page, 'Publish a version');
  await wait(page, 'Version 1 is published');
}

export async function addUnit(page: Page, kind: string, title: string, field: RegExp, option: string | RegExp): Promise<void> {
  await press(page, 'Add a unit');
  await choose(page, 'Kind of unit', kind);
  await page.getByRole('textbox', { name: /Title/ }).last().fill(title);
  await choose(page, field, option);
  await press(page, 'Add the unit');
  await page.getByText(title).first().waitFor();
}

export const openEdition = (screens: Screens): Promise<void> => enrollOfficer(screens, /Journey course/, 'Journey edition');

/** Opens an edition of the course in the screens; it opened long ago, and one officer is enrolled by address. */
export async function enrollOfficer({ page, go }: Screens, course: RegExp, title: string): Promise<void> {
  await go('/institution/editions/new');
  await choose(page, 'Published course', course);
  await page.getByRole('textbox', { name: 'Title of the edition' }).first().fill(title);
  await page.getByLabel('Opens').fill('2026-01-01T08:00');
  await press(page, 'Open the edition');
  await page.getByRole('link', { name: 'Enroll people' }).first().click();
  await page.getByRole('radio', { name: /A list of e-mail addresses/ }).check();
  await page.getByLabel('E-mail addresses or identification numbers, one a row').fill('officer@journey.example');
  await press(page, /Check 1 row/);
  await press(page, /Enroll 1 person/);
  await wait(page, '1 person enrolled');
  await page.getByRole('link', { name: 'See who is enrolled' }).click();
  await wait(page, 'Ana Lucía');
}

/** Goes through the generated lesson to its end, and back to the academy. */
async function study(page: Page): Promise<void> {
  await page.waitForURL(/content\.localhost/);
  const lesson = page.frameLocator('iframe').first();
  await lesson.locator('#next').waitFor();
  for (let pages = 0; pages < 12; pages++) {
    if ((await lesson.getByRole('radio').count()) > 0) {
      await lesson.getByRole('radio').nth(1).check();
      await lesson.getByRole('button', { name: 'Check' }).click();
    }
    if (await lesson.locator('#next').isDisabled()) break;
    await lesson.locator('#next').click();
  }
  await lesson.getByText('Lesson finished').first().waitFor();
  await page.locator('[data-nav=exit]').click();
  await page.waitForURL((url) => !url.hostname.includes('content'));
}

export async function sitQuiz(page: Page): Promise<void> {
  await press(page, /^Start/);
  for (let number = 1; number <= 4; number++) {
    await page.getByRole('radio', { name: /^right/ }).check();
    await wait(page, /^Saved$/);
    await press(page, number < 4 ? /^Next$/ : /^Finish$/);
  }
  await press(page, 'Hand in');
}

/** Downloads the certificate; returns the address of its public page. */
export async function certificate({ page, go }: Screens): Promise<string> {
  await go('/learning/certificates');
  await page.getByText('In force').first().waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download PDF' }).first().click()]);
  const head = readFileSync(await download.path())
    .subarray(0, 5)
    .toString();
  if (head !== '%PDF-') throw new Error(`the certificate is no PDF: it begins with ${head}`);
  return (await page.getByRole('link', { name: 'See the public page' }).first().getAttribute('href'))!;
}

/** The officer's whole way: lesson, examination, result. */
export async function learn({ page }: Screens): Promise<void> {
  await page
    .getByRole('link', { name: /Journey course/ })
    .first()
    .click();
  await press(page, /The lesson/);
  await study(page);
  await wait(page, 'Journey course');
  await page
    .getByRole('link', { name: /The examination/ })
    .first()
    .click();
  await sitQuiz(page);
  await wait(page, '4 of 4 points');
}

/** Another attempt at the finished lesson begins at its first page, and what the first one achieved stays. */
export async function beginAgain({ page, go }: Screens): Promise<void> {
  await go('/learning');
  await page
    .getByRole('link', { name: /Journey course/ })
    .first()
    .click();
  await press(page, 'Begin again: The lesson');
  await page.getByRole('dialog').getByRole('button', { name: 'Begin again' }).click();
  await page.waitForURL(/content\.localhost/);
  const next = page.frameLocator('iframe').first().locator('#next');
  await next.waitFor();
  if (await next.isDisabled()) throw new Error('the new attempt does not begin at the first page');
  await page.locator('[data-nav=exit]').click();
  await page.waitForURL((url) => !url.hostname.includes('content'));
  await page.getByRole('button', { name: 'Begin again: The lesson' }).waitFor();
}
