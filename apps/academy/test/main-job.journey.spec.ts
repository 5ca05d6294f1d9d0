import { afterAll, describe, expect, it } from '@jest/globals';
import { houses } from '@aula/contracts';
import { fixtures } from '@aula/testing';
import type { Browser } from 'playwright-core';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { openBrowser, Visitor } from './browser.js';
import {
  beginAgain,
  certificate,
  giveAccounts,
  importPeople,
  learn,
  makeCourse,
  makeQuiz,
  openEdition,
  password,
  uploadPackage,
  wait,
} from './journey-steps.js';
import { learnFromReal, makeRealCourse, openRealEdition } from './real-packages.js';
import { administrator, RunningAcademy, until } from './running-academy.js';

/** From a package file to a verified certificate, through the screens, as people do it: DESIGN section 5. */
const closings: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closings.reverse()) await close();
});

/** A step that fails leaves a picture of what its last visitor saw. */
const pictured = (name: string, step: () => Promise<void>) => async (): Promise<void> => {
  await step().catch(async (error: unknown) => {
    await Visitor.last?.picture(`failed-${name}`);
    throw error;
  });
};

describe.each([
  ['all houses in one process', false],
  ['every house a process of its own', true],
])('%s', (_, separate) => {
  let browser: Browser;
  let academy: RunningAcademy;
  const visitor = (width?: number): Promise<Visitor> => Visitor.arrive(browser, academy.url, width ? { width } : {});
  /** Somebody signs in, does something, and leaves; no script failed and axe-core found nothing on the last screen. */
  const visit = async (email: string, secret: string, steps: ((visitor: Visitor) => Promise<unknown>)[], width?: number): Promise<void> => {
    const person = await visitor(width);
    await person.signIn(email, secret);
    for (const step of steps) await step(person);
    expect(await person.violations()).toEqual([]);
    expect(await person.overflow()).toBe(0);
    expect(person.errors).toEqual([]);
    await person.leave();
  };

  it('opens', async () => {
    academy = await RunningAcademy.start({ separate });
    closings.push(() => academy.close());
    browser = await openBrowser();
    closings.push(() => browser.close());
  });

  it('describes the routes of every house in one document', async () => {
    const answer = await fetch(`${academy.url}/api/openapi.json`);
    const document = (await answer.json()) as { openapi: string; paths: Record<string, object>; components: { schemas: object } };
    expect(document.openapi).toMatch(/^3\.1/);
    const described = new Set(Object.keys(document.paths).map((path) => /^\/api\/([a-z]+)\//.exec(path)?.[1]));
    expect([...described]).toEqual(expect.arrayContaining([...houses]));
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Person', 'Course', 'Edition', 'Package', 'Quiz']));
  });

  it(
    'an administrator imports people, who receive accounts and roles',
    pictured('admin', async () => {
      await visit(administrator.email, administrator.password, [importPeople]);
      await giveAccounts(academy.url);
    }),
    120_000,
  );

  it(
    'an instructor uploads a package, makes a quiz and publishes a course',
    pictured('instructor', async () => {
      await visit('teacher@journey.example', password, [uploadPackage, makeQuiz, makeCourse]);
    }),
    180_000,
  );

  it(
    'a training administrator opens an edition, enrolls and sees the roster',
    pictured('training', async () => {
      await visit('trainer@journey.example', password, [openEdition]);
    }),
    120_000,
  );

  it(
    'an officer studies on a phone, sits the quiz and receives a certificate that anyone can verify',
    pictured('officer', async () => {
      let verifyUrl = '';
      await visit(
        'officer@journey.example',
        password,
        [learn, async (officer) => (verifyUrl = await certificate(officer)), beginAgain],
        360,
      );
      const stranger = await visitor(360);
      await stranger.go(verifyUrl);
      const answers = [
        /nothing was changed since it was issued/,
        /An issuer that this network recognises/,
        /not a university credit/,
        /it is in force/,
      ];
      for (const answer of answers) await wait(stranger.page, answer);
      expect(await stranger.page.content()).not.toMatch(/Peña|officer@journey/);
      expect(await stranger.violations()).toEqual([]);
      expect(await stranger.overflow()).toBe(0);
      await stranger.leave();
    }),
    240_000,
  );

  it('stands under the name and look that an administrator gives it, in what search engines and devices read', async () => {
    const client = await AcademyClient.signIn(academy.url, administrator.email, administrator.password);
    const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4" fill="#a00000"/></svg>';
    await client.patch('/api/identity/settings', { name: { es: 'Academia Nacional' }, color: '#7a1f2b' });
    await client.upload('/api/identity/settings/logo', 'logo.svg', logo);
    const { items } = await client.get<{ items: { id: string }[] }>('/api/catalog/courses');
    const page = `/catalogue/${items[0]!.id}`;
    const read = async (path: string): Promise<string> => (await fetch(`${academy.url}${path}`)).text();
    await until('the page of a course says so', 10_000, async () => (await read(page)).includes('· Academia Nacional</title>'));
    expect((await read(page)).replace(/<meta name="aula-brand"[^>]*>/, '')).toMatch(/og:site_name" content="Academia Nacional"/);
    const manifest = JSON.parse(await read('/app.webmanifest')) as { name: string; theme_color: string; icons: { src: string }[] };
    expect(manifest).toMatchObject({ name: 'Academia Nacional', short_name: 'Academia Nacional' });
    expect(manifest.theme_color).not.toBe('#0f4c57');
    expect(await read(manifest.icons[0]!.src)).toContain('data:image/svg+xml;base64,');
    expect((await fetch(`${academy.url}${manifest.icons[1]!.src}`)).headers.get('content-type')).toBe('image/png');
  });

  if (separate) return;
  fixtures('packages of other makers', () => {
    it(
      'go the same way: uploaded, made a course, enrolled, read to the end',
      pictured('real-packages', async () => {
        await visit('teacher@journey.example', password, [makeRealCourse]);
        await visit('trainer@journey.example', password, [openRealEdition]);
        await visit('officer@journey.example', password, [learnFromReal]);
      }),
      240_000,
    );
  });
});
