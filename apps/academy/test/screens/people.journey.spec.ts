import { describe, expect, it } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { readFileSync } from 'node:fs';
import { file, password as ownPassword, press, wait, write } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { accounts, password } from './accounts.js';
import { inFewClicks, type FirstVisitor } from './first-visitor.js';
import { inOrder, sees, stage } from './stage.js';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';

const theatre = stage();
const { story, stranger } = theatre;

/** The learner's page says in words what Daniela Torres Peña still misses, and why. */
const missesTheTest = async ({ page }: FirstVisitor): Promise<void> => {
  await page.waitForURL(/\/institution\/editions\/[^/]+\/learners\/[^/]+$/);
  await page.getByRole('heading', { level: 1, name: 'Daniela Torres Peña' }).waitFor();
  const units = page.getByRole('list', { name: 'Lo que le falta' }).getByRole('listitem');
  await units
    .filter({ hasText: 'Prueba' })
    .filter({ hasText: /Sin empezar|Empezada, sin terminar|No aprobada/ })
    .waitFor();
};

const thousand = Array.from({ length: 1_000 }, (_, at) => `m${String(at)}@thousand.example`);

/** The template goes back as it came, and both of its people could be taken. */
const importsTheTemplate = async ({ page }: FirstVisitor): Promise<void> => {
  const [template] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Descargar una plantilla' }).click(),
  ]);
  expect(template.suggestedFilename()).toBe('personas.csv');
  await page.locator('input[type=file]').setInputFiles(file('personas.csv', readFileSync(await template.path())));
  await wait(page, /Ensayo terminado/);
  expect(
    await page
      .locator('dt', { hasText: /^Rechazadas$/ })
      .locator('xpath=following-sibling::dd')
      .innerText(),
  ).toBe('0');
  await page.getByRole('link', { name: 'Importar personas' }).first().click();
};

/** A workbook, as the spreadsheet keeps it. */
const importsAThousand = async ({ page }: FirstVisitor): Promise<void> => {
  await page.getByRole('heading', { level: 1, name: 'Importar personas' }).waitFor();
  const rows = thousand.map((email, at) => [`M-${String(at)}`, email, 'Marta', `Mil ${String(at)}`, 'CR-ANP']);
  const sheet = { name: 'Policías', rows: [['external_id', 'email', 'given_name', 'family_name', 'institution'], ...rows] };
  await page.locator('input[type=file]').setInputFiles(file('policías.xlsx', Buffer.from(await writeXlsx({ sheets: [sheet] }))));
  await wait(page, /Ensayo terminado/);
  await press(page, 'Aplicar la importación');
  await wait(page, 'La importación está aplicada');
};

const enrollsThem = async ({ page }: FirstVisitor): Promise<void> => {
  const training = await AcademyClient.signIn(theatre.academy.url, accounts.training, password);
  const wish = { courseVersionId: theatre.made.versionId, title: 'Los mil', mode: 'virtual', timeZone: 'America/Lima' };
  await training.post('/api/enrollment/editions', { ...wish, opensAt: '2026-01-01T08:00:00Z', closesAt: '2090-01-01T08:00:00Z' });
  await page.getByRole('link', { name: 'Ediciones' }).first().click();
  await page.getByRole('link', { name: 'Los mil' }).click();
  await page.getByRole('link', { name: 'Inscribir personas' }).first().click();
  await page.getByRole('radio', { name: /Una lista de correos/ }).check();
  await page.getByRole('textbox', { name: /uno por fila/ }).fill(thousand.join('\n'));
  await press(page, /Revisar 1.?000 filas/);
  await press(page, /Inscribir a 1.?000 personas/);
  await page
    .getByText(/1.?000 personas inscritas/)
    .first()
    .waitFor({ timeout: 60_000 });
};

describe('somebody who has never seen the academy finds in less than five clicks', () => {
  it(
    'how to enroll 1,000 officers from a spreadsheet, and does it',
    inFewClicks(theatre, async (visitor) => {
      await visitor.ask(/1\.000 policías desde una hoja de cálculo/, 'Ir a Importar personas');
      await visitor.signIn('training');
      await visitor.page.getByRole('heading', { level: 1, name: 'Importar personas' }).waitFor();
      await visitor.page.locator('input[type=file]').waitFor({ state: 'attached' });
      await visitor.click(visitor.page.getByRole('main').getByText('Columnas del archivo'));
      await sees(visitor.page, /Código o nombre exacto de una institución/);
      await importsTheTemplate(visitor);
      await importsAThousand(visitor);
      await enrollsThem(visitor);
    }),
    90_000,
  );

  it(
    'which units a given officer still misses, from a question of the first page',
    inFewClicks(theatre, async (visitor) => {
      await visitor.ask(/Qué unidades le faltan a una persona/, 'Ir a las ediciones');
      await visitor.signIn('training');
      await visitor.click(visitor.page.getByRole('link', { name: 'Cohorte de noviembre' }));
      await visitor.search('Torres Peña');
      await visitor.click(visitor.page.getByRole('main').getByRole('link', { name: 'Daniela Torres Peña' }));
      await missesTheTest(visitor);
    }),
    60_000,
  );

  it(
    'the same from the home page of a training administrator, on a phone',
    inFewClicks(
      theatre,
      async (visitor) => {
        await visitor.signIn('training');
        await visitor.page.waitForURL(/\/today$/);
        await visitor.click(visitor.page.getByRole('button', { name: 'Menú', exact: true }));
        await visitor.click(visitor.page.getByRole('dialog').getByRole('link', { name: 'Personas', exact: true }));
        await visitor.search('Torres Peña');
        await visitor.click(visitor.page.getByRole('main').getByRole('link', { name: 'Torres Peña, Daniela' }));
        const courses = visitor.page.getByRole('list', { name: 'Inscripciones' }).getByRole('listitem');
        await visitor.click(courses.filter({ hasText: 'Cohorte de noviembre' }).getByRole('link'));
        await missesTheTest(visitor);
      },
      { width: 360 },
    ),
    60_000,
  );

  it(
    'why a package was refused',
    inFewClicks(theatre, async (visitor) => {
      await visitor.ask(/Por qué fue rechazado mi paquete SCORM/, 'Ir a los paquetes SCORM');
      await visitor.signIn('instructor');
      await visitor.click(visitor.page.getByRole('link', { name: /apuntes/ }));
      await sees(visitor.page, /no es un zip o está dañado. Expórtelo otra vez/);
    }),
    60_000,
  );

  it(
    'whether a certificate is genuine, on a phone too',
    inFewClicks(
      theatre,
      async (visitor) => {
        await visitor.click(visitor.page.getByRole('main').getByRole('link', { name: 'Comprobar un certificado' }));
        await visitor.page.getByRole('textbox', { name: /Número o enlace/ }).fill(theatre.made.revoked);
        await visitor.page.keyboard.press('Enter');
        await sees(visitor.page, 'No: fue revocado.');
        await sees(visitor.page, /La firma corresponde/);
      },
      { width: 360 },
    ),
    60_000,
  );
});

describe('a training administrator with a phone', () => {
  it(
    'finds one officer under two accounts, merges them, and separates them again',
    story(
      'training',
      async ({ page, go }) => {
        const { academy, made } = theatre;
        const admin = await AcademyClient.signIn(academy.url, accounts.administrator, password);
        await admin.put(`/api/identity/people/${made.doubled.merged}/password`, { password: ownPassword });
        await go('/institution/duplicates');
        const pair = page.getByRole('listitem').filter({ hasText: 'isalas@aula.example' });
        await pair.getByText('Same identification number').waitFor();
        await pair.getByText('Same name and year of birth').waitFor();
        await pair.getByRole('link', { name: 'Compare and merge' }).click();
        await sees(page, 'Stays: inigo.salas@aula.example');
        await sees(page, 'Cohorte de noviembre'); // both are enrolled there
        await sees(page, 'That of the account that stays counts');
        await page
          .getByRole('radiogroup', { name: 'E-mail' })
          .getByRole('radio', { name: /isalas@aula.example/ })
          .check();
        await press(page, 'Merge the accounts');
        await page.getByRole('dialog').getByRole('button', { name: 'Merge the accounts' }).click();
        await sees(page, /The account of Inigo Salas Vega was merged into it/);
        await sees(page, 'isalas@aula.example');

        const officer = await stranger({ width: 360 });
        await officer.go('/');
        await write(officer.page, 'E-mail', 'inigo.salas@aula.example'); // the other address went with the other account
        await officer.page.getByRole('textbox', { name: 'Password' }).fill(ownPassword);
        await press(officer.page, 'Sign in');
        await sees(officer.page, /Your two accounts were merged. Sign in with isalas@aula.example/);
        await inOrder(officer);
        await officer.leave();

        await go(`/institution/people/${made.doubled.merged}`);
        await sees(page, 'This account was merged into another');
        await press(page, 'Undo the merge');
        await page.getByRole('dialog').getByRole('button', { name: 'Undo the merge' }).click();
        await sees(page, 'Undone');
        await page.getByText('isalas@aula.example').first().waitFor();
        expect(await page.getByText('This account was merged into another').count()).toBe(0);
      },
      { width: 360 },
    ),
    90_000,
  );

  it(
    'walks the tree of institutions with the arrow keys, and suspends somebody who then reads no more',
    story(
      'training',
      async ({ page, go }) => {
        await go('/institution/institutions');
        const tree = page.getByRole('tree');
        await tree.waitFor();
        const all = await tree.getByRole('treeitem').count();
        await page.getByRole('searchbox', { name: 'Search by name or code' }).fill('anp');
        await until('the tree is narrowed', 10_000, async () => (await tree.getByRole('treeitem').count()) !== all);
        await tree.getByRole('treeitem').first().focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: 'Change or move' }).waitFor();
        await go(`/institution/people/${theatre.made.doubled.kept}`);
        await press(page, 'Suspend');
        const dialog = page.getByRole('dialog');
        expect(await dialog.getByRole('button', { name: 'Suspend' }).isDisabled()).toBe(true);
        await dialog.getByLabel('Reason').fill('Leave of absence');
        await dialog.getByRole('button', { name: 'Suspend' }).click();
        await sees(page, 'Leave of absence');
        await press(page, 'Let in again');
        await dialog.getByLabel('Reason').fill('Back at work');
        await dialog.getByRole('button', { name: 'Let in again' }).click();
        await sees(page, /Back at work/);
      },
      { width: 360 },
    ),
    90_000,
  );
});
