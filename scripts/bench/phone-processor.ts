import type { CDPSession } from 'playwright-core';

/**
 * What a phone of the middle class reaches in {@link speed}: a quarter of a good desk, as Lighthouse has it (its BenchmarkIndex says
 * 125 to 800 for such phones, 1,500 to 2,000 for such desks).
 */
export const phoneSpeed = 450;

/** Text that grows letter by letter, and arrays that are copied: hundredths of the runs of each in a second, as BenchmarkIndex counts. */
const loops = `(() => {
  const perSecond = (once) => {
    const from = performance.now();
    let runs = 0;
    while (performance.now() - from < 250) { once(runs); runs++; }
    return runs / ((performance.now() - from) / 1000) / 10;
  };
  const texts = () => { let text = ''; for (let n = 0; n < 10000; n++) text += 'a'; return text.length; };
  const rows = [0, 1].map(() => Array.from({ length: 100000 }, (_, n) => n));
  const copies = (run) => { const [from, to] = [rows[run % 10 ? 1 : 0], rows[run % 10 ? 0 : 1]]; for (let n = 0; n < from.length; n++) to[n] = from[n]; };
  return (perSecond(texts) + perSecond(copies)) / 2;
})()`;

/** How fast this page's processor is now: hundredths of loops per second. */
export const speed = async (session: CDPSession): Promise<number> => {
  const { result } = await session.send('Runtime.evaluate', { expression: loops, returnByValue: true });
  return Number(result.value);
};

/** By how much a page has to be slowed down to be as fast as a phone: by the best of several tries, since others may hold one up. */
export const slowness = async (session: CDPSession): Promise<number> => {
  let best = phoneSpeed; // a machine that is slower already stays as it is
  for (let tries = 0; tries < 5; tries++) best = Math.max(best, await speed(session));
  return best / phoneSpeed;
};
