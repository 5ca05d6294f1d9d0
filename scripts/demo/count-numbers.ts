import { setTimeout as sleep } from 'node:timers/promises';
import type { AcademyClient } from './academy-client.ts';

/** Has the academy count its numbers anew and waits until what has happened stands in them, which else takes half a minute. */
export const countNumbers = async (admin: AcademyClient): Promise<void> => {
  const countedAt = async (): Promise<string | null> => (await admin.get<{ at: string | null }>('/api/insights/dashboard')).at;
  const before = await countedAt();
  await admin.post('/api/insights/rebuilds');
  const until = performance.now() + 60_000;
  while ((await countedAt()) === before) {
    if (performance.now() > until) throw new Error('the numbers were not counted within a minute');
    await sleep(100);
  }
};
