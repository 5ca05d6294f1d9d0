import { setTimeout as sleep } from 'node:timers/promises';
import { disturbed, lines, type Line } from './line.ts';
import type { Fault, Run } from './run.ts';

const onTheLine =
  (line: Line): Fault =>
  ({ window, random, spell }) =>
    disturbed(window.context, line, random, spell());

/** The academy, or the database, ends and is there again; one learner at a time, so that it does come back. */
const onTheServer =
  (how: 'killed' | 'deployed' | 'restarted'): Fault =>
  async ({ house }) =>
    house.alone(how);

/** The learner opens the course in another window while it is at work in this one, goes on there, and sometimes comes back. */
const elsewhere = async (run: Run, where: 'tab' | 'device'): Promise<void> => {
  const first = run.window;
  const second = await run.open(where === 'tab' ? first.context : await run.otherDevice());
  // It learns of its loss when it hands in the next record, and may have learnt already: then there is no content left to work in.
  if (where === 'device') await run.work().catch(() => undefined);
  run.window = second;
  await run.work();
  await first.idle();
  await second.idle();
  if (run.random() < 0.5) return first.close();
  if (run.random() < 0.5) await second.close();
  else await second.saved();
  if (!(await first.isFrozen())) throw new Error('the window that lost the attempt does not say so');
  await first.again('here');
  run.window = first;
  if (second.isOpen) await second.close();
};

/** Section by section what section 11 of the delivery reference asks for: network, client, server, concurrency. */
export const faults = {
  'lost line': onTheLine(lines.lost),
  'captive portal': onTheLine(lines.captivePortal),
  'server errors': onTheLine(lines.serverErrors),
  'slow answers': onTheLine(lines.slow),
  'cut answers': onTheLine(lines.cutAnswers),
  duplicates: onTheLine(lines.duplicates),
  reordering: onTheLine(lines.reordered),
  'offline and back': async ({ window, spell }) => {
    await window.context.setOffline(true);
    await sleep(spell());
    await window.context.setOffline(false);
  },
  'closed tab': async (run) => {
    await run.window.close();
    await run.reopen();
  },
  'navigated away': ({ window, random }) => window.again(random() < 0.5 ? 'reload' : 'back'),
  'removed frame': async ({ window }) => {
    await window.removeFrame();
    await window.again('reload');
  },
  'crashed page': async (run) => {
    await run.window.crash();
    await run.reopen();
  },
  'killed browser': async (run) => {
    await run.killBrowser();
    await run.reopen();
  },
  'jumped clock': ({ window, random }) => window.moveClock(Math.floor(random() * 2_000) - 1_000),
  'second tab': (run) => elsewhere(run, 'tab'),
  'second device': (run) => elsewhere(run, 'device'),
  'killed academy': onTheServer('killed'),
  'deployed academy': onTheServer('deployed'),
  'restarted database': onTheServer('restarted'),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as FaultName[];
