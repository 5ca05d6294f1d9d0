import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { appCode } from '@aula/identity/test/app-code';
import { file, press } from '../journey-steps.js';
import { until } from '../running-academy.js';
import { accounts, password } from './accounts.js';
import { inOrder, sees, stage } from './stage.js';

const theatre = stage();
const { newcomer, story, stranger } = theatre;

/** Waits in PostgreSQL, where the truth is. */
const eventually = (what: string, sql: string, values: unknown[] = []): Promise<void> =>
  until(what, 20_000, async () => (await theatre.academy.database.query(sql, values)).rowCount! > 0);

describe('an administrator', () => {
  it(
    'reads why a letter did not go, retries the order that gave up, and it is done',
    story('administrator', async ({ page, go }) => {
      await go('/administration/mails');
      await page.getByRole('combobox', { name: 'State' }).selectOption('dead');
      await sees(page, 'connect ETIMEDOUT mail.academia.example:587');
      await sees(page, 'Send again');
      await go('/administration/jobs');
      await sees(page, 'connect ETIMEDOUT mail.academia.example:587');
      await press(page, 'Retry all');
      await sees(page, 'No job gave up');
      await sees(page, '1 is tried again.');
      await eventually('the letter is kept', `select 1 from platform.job where kind = 'identity.send-mail' and state = 'done'`);
    }),
    60_000,
  );

  it(
    'retries a delivery that gave up, and its effect happens once',
    story('administrator', async ({ page, go }) => {
      const { database } = theatre.academy;
      const { rows } = await database.query<{ event_id: string }>(`select event_id from platform.delivery where state = 'dead'`);
      const before = (await database.query('select 1 from accreditation.credential')).rowCount;
      await go('/administration/deliveries');
      await sees(page, 'canceling statement due to statement timeout');
      await press(page, /^Retry/);
      await sees(page, 'There are no failed deliveries');
      await eventually('it is delivered', `select 1 from platform.delivery where event_id = $1 and state = 'done'`, [rows[0]!.event_id]);
      expect((await database.query('select 1 from accreditation.credential')).rowCount).toBe(before);
    }),
    60_000,
  );

  it(
    'reads the letter that the outbox keeps; its link lets the person choose a password and come in',
    story('administrator', async ({ page, go }) => {
      await go(`/institution/people/${theatre.made.officerId}`);
      await press(page, 'Send the invitation');
      await sees(page, /The invitation to officer@aula.example is on its way/);
      await go('/administration/mails');
      await page.getByText('Read the message').first().click();
      const letter = await page.locator('details[open]').first().innerText();
      const link = /http\S+\/password\?code=\S+/.exec(letter)![0];
      const officer = await stranger({ width: 360 });
      await officer.page.goto(link);
      await officer.page.getByRole('textbox', { name: 'New password' }).fill(password);
      await press(officer.page, 'Save the password');
      await sees(officer.page, 'The password is saved. You can sign in now.');
      await inOrder(officer);
      await officer.leave();
    }),
    60_000,
  );
});

describe('an instructor with a bad or a large file', () => {
  it(
    'reads what is wrong with a refused package, and where',
    story('instructor', async ({ page, go }) => {
      await go('/teach/packages');
      await page.locator('input[type=file]').setInputFiles(file('photos.zip', 'these are no photos'));
      await sees(page, 'The package could not be accepted');
      await sees(page, /is not a zip/);
      expect(await page.locator('main').innerText()).not.toMatch(/End of central directory/);
    }),
    60_000,
  );

  it(
    'sees how far the sending of a large file is',
    story('instructor', async ({ page, go }) => {
      await go('/teach/packages');
      const line = await page.context().newCDPSession(page);
      const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2 * 1_048_576 };
      await line.send('Network.emulateNetworkConditions', slow);
      const buffer = randomBytes(5 * 1_048_576);
      await page.locator('input[type=file]').setInputFiles({ name: 'large.zip', mimeType: 'application/zip', buffer });
      await sees(page, /^[1-9]\d?\s?%$/);
      await sees(page, 'The package could not be accepted');
    }),
    60_000,
  );
});

describe('an officer', () => {
  it(
    'whose session ends in the middle of a quiz goes on, hands in, and signs in for the result only',
    story(
      'officer',
      async (visitor) => {
        const { page, go } = visitor;
        const { made, academy } = theatre;
        await go(`/learning/${made.enrolled.running}/units/${made.quizUnitId}/attempts/${made.attempt.id}`);
        await page.getByRole('radio', { name: /informe/ }).check();
        await sees(page, /^Saved$/);
        await academy.database.query('delete from identity.session where person_id = $1', [made.officerId]);
        await press(page, /^Next$/);
        await page.getByRole('checkbox', { name: /acordonar/ }).check();
        await eventually('the answer is saved without a session', 'select 1 from assessment.answer where attempt_id = $1 and place = 2', [
          made.attempt.id,
        ]);
        await page.locator('header select').selectOption('es');
        await sees(page, /Siga respondiendo: cada respuesta se guarda/);
        await page.locator('header select').selectOption('en');
        await sees(page, /Go on answering: every answer is saved/);
        expect(await visitor.violations()).toEqual([]);
        await press(page, /^Next$/);
        await page.getByRole('radio', { name: 'True' }).check();
        await sees(page, /^Saved$/);
        const again = page.getByRole('dialog');
        expect(await again.count()).toBe(0);
        await page.getByRole('button', { name: 'Question 5', exact: false }).click();
        await press(page, /^Finish$/);
        await press(page, /^Hand in$/);
        await again.getByText('Your answers are handed in. Sign in to see the result.').waitFor();
        await eventually('it is handed in', 'select 1 from assessment.attempt where id = $1 and submitted_at is not null', [
          made.attempt.id,
        ]);
        await again.getByLabel('E-mail').fill(accounts.officer);
        await again.getByRole('textbox', { name: 'Password' }).fill(password);
        await again.getByRole('button', { name: 'Sign in' }).click();
        await again.waitFor({ state: 'hidden' });
        await sees(page, /^2\.5 of 5 points$/);
      },
      { width: 360 },
    ),
    60_000,
  );

  it(
    'who opens a lesson in a second tab is asked, and the first tab stops without losing anything',
    story('officer', async (officer) => {
      const lesson = async (page: typeof officer.page): Promise<void> => {
        await page.goto(new URL('/learning', theatre.academy.url).href);
        await page
          .getByRole('link', { name: /Human rights/ })
          .first()
          .click();
        await page
          .getByRole('button', { name: /Lesson/ })
          .first()
          .click();
        await page.waitForURL(/content\.localhost/);
      };
      await lesson(officer.page);
      await officer.page.frameLocator('iframe').locator('#next').click();
      await sees(officer.page, /^Saved/);
      const second = await officer.page.context().newPage();
      await lesson(second);
      await sees(second, 'The course is open elsewhere');
      await second.locator('[data-choice=here]').click();
      await second.frameLocator('iframe').locator('#next').waitFor();
      await sees(officer.page, 'The course goes on elsewhere');
      await officer.page.locator('[data-choice=back]').click();
      await officer.page.waitForURL((url) => !url.hostname.includes('content'));
      await officer.page.getByRole('heading', { level: 1 }).waitFor();
      await second.close();
    }),
    60_000,
  );
});

describe('an officer who has just completed a course', () => {
  it(
    'sees the certificate come, although none was there when the page came',
    story('officer', async ({ page, go }) => {
      const none = { json: { items: [], next: null } };
      await page.route('**/api/accreditation/credentials?*', (route) => route.fulfill(none), { times: 1 });
      await go('/learning/certificates');
      await sees(page, 'In force');
    }),
  );
});

describe('a visitor', () => {
  it('who switches the language reads a refusal of the server in it, too', async () => {
    const visitor = await stranger({ locale: 'fr', width: 360 });
    await visitor.go('/v/0123456789abcdefghjkmnpqrs');
    await sees(visitor.page, /Aucun certificat/);
    await visitor.page.locator('header select').selectOption('en');
    await sees(visitor.page, /There is no certificate/);
    await inOrder(visitor);
    await visitor.leave();
  });
});

describe('somebody whose password others may know', () => {
  it('signs out elsewhere, sets a second factor up by keyboard alone, and comes in by a code from paper', async () => {
    const keeper = await newcomer('coordinator');
    const email = 'a.coordinator@aula.example';
    const other = await stranger({ width: 360 });
    await other.signIn(email, password);

    const { page } = keeper;
    await keeper.go('/account');
    await page.getByRole('button', { name: /^Sign out there: Chrome · Linux/ }).waitFor();
    await press(page, 'Sign out everywhere else');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('button', { name: /^Sign out there/ }).waitFor({ state: 'detached' });
    await other.go('/account');
    await other.page.getByRole('button', { name: 'Sign in' }).waitFor();

    await page.getByRole('button', { name: 'Set up an authenticator app' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Current password' }).last().focus();
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor();
    const secret = (await page.locator('main form code').innerText()).replaceAll(' ', '');
    await page.getByRole('textbox', { name: 'Code of the app' }).focus();
    await page.keyboard.type(appCode(secret, new Date()));
    await inOrder(keeper);
    await page.keyboard.press('Enter');
    await sees(page, 'Keep these codes now: they will not be shown again');
    const codes = await page.locator('[role=status] li code').allInnerTexts();
    expect(codes).toHaveLength(10);
    await sees(page, 'You have 10 recovery codes left.');

    await other.page.getByLabel('E-mail').fill(email);
    await other.page.getByRole('textbox', { name: 'Password' }).fill(password);
    await other.page.keyboard.press('Enter');
    await sees(other.page, 'The password is right. Confirm that it is you.');
    await other.page.keyboard.type('000000'); // the field has the focus
    await other.page.keyboard.press('Enter');
    await sees(other.page, /The code is not right or has been used/);
    await inOrder(other);
    await press(other.page, /use a recovery code/);
    await other.page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[4]!.toUpperCase());
    await other.page.keyboard.press('Enter');
    await sees(other.page, 'You have 9 recovery codes left.');
    await inOrder(other);

    await press(page, 'Remove');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Current password' }).fill(password);
    await press(page, /use a recovery code/);
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(codes[5]!);
    await inOrder(keeper);
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
    await inOrder(keeper);
    await Promise.all([keeper.leave(), other.leave()]);
  }, 90_000);

  it('adds a passkey, and comes in by it alone, by keyboard', async () => {
    const keeper = await newcomer('programme-manager');
    const { page } = keeper;
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await keeper.go('/account');
    await page.getByRole('button', { name: 'Add a passkey' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Name of the passkey' }).fill('Phone');
    await page.getByRole('textbox', { name: 'Current password' }).last().fill(password);
    await page.keyboard.press('Enter');
    await sees(page, 'Keep these codes now: they will not be shown again');
    await inOrder(keeper);

    await page.context().clearCookies();
    await keeper.go('/account');
    await page.getByRole('button', { name: 'Use a passkey' }).focus();
    await page.keyboard.press('Enter');
    await sees(page, /last used/);
    await sees(page, 'You have 10 recovery codes left.');
    await page.getByRole('button', { name: 'Remove the passkey Phone' }).waitFor();
    await inOrder(keeper);
    await keeper.leave();
  }, 60_000);
});
