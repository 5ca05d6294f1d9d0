import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../browser.js';
import { RunningAcademy } from '../running-academy.js';
import { failedPicture } from '../screens/stage.js';
import { Actor, ways, type Deed, type Way } from './actor.js';
import { administrator } from './administrator.js';
import { castOf, type Own } from './cast.js';
import { instructor } from './instructor.js';
import { officer } from './officer.js';
import { registrar } from './registrar.js';
import { training } from './training.js';
import { tutor } from './tutor.js';
import { visitor } from './visitor.js';
import { password, sessionOf, staff } from './world.js';

/**
 * The five things each of us does most: each told once (`officer.ts` and its like), over a hand (`hand.ts`), and done four times, on a
 * phone and on a desk, with the mouse (`mouse.ts`) and with keys alone (`keyboard.ts`). What stops a hand is mended in the application.
 */
const roles = { officer, instructor, tutor, training, registrar, administrator, visitor };
type Role = keyof typeof roles;
const homes = {
  officer: '/learning',
  instructor: '/teach/courses',
  tutor: '/teach/courses',
  training: '/institution/people',
  registrar: '/university',
  administrator: '/administration/jobs',
  visitor: '/',
} as const satisfies Record<Role, string>;

let academy: RunningAcademy;
let browser: Browser;
let cast: Awaited<ReturnType<typeof castOf>>;
beforeAll(async () => {
  academy = await RunningAcademy.start();
  browser = await openBrowser();
  cast = await castOf(academy);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await academy?.close();
});

/** Comes in for a role, in one way of doing things; the officer is the way's own. */
const enter = async (role: Role, way: Way): Promise<Actor> => {
  const account = role === 'officer' ? { email: cast[way.word].email, password } : role === 'visitor' ? undefined : staff[role];
  return Actor.enter(browser, academy.url, way, homes[role], account && (await sessionOf(academy.url, account)));
};

describe.each(Object.keys(roles) as Role[])('%s', (role) => {
  const deeds: Record<string, Deed<Own>> = roles[role];
  const runs = ways.flatMap((way) => Object.entries(deeds).map(([name, deed]) => ({ name, deed, way })));
  /** Whoever is there; after a deed that failed somebody else comes. */
  let there: { actor: Actor; way: Way } | undefined;
  const leave = async (): Promise<void> => {
    await there?.actor.leave();
    there = undefined;
  };
  afterAll(leave);

  it.each(runs)('› $name › $way.name', async ({ deed, way }) => {
    if (there?.way !== way) await leave();
    there ??= { way, actor: await enter(role, way) };
    const { actor } = there;
    try {
      await deed(actor, cast[way.word]);
      actor.inOrder();
    } catch (error) {
      await actor.picture(failedPicture());
      await leave();
      throw error;
    }
  });
});
