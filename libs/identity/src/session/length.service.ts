import type { LiveSettings } from '@aula/platform';

/** Seconds for which sessions of people with roles hold, as the academy has it set. */
export const staffSecondsOf = async (live: LiveSettings): Promise<number> => (await live.now()).sessions.staffHours * 3_600;

/** Seconds for which learners' sessions hold. */
export const learnerSecondsOf = async (live: LiveSettings): Promise<number> => (await live.now()).sessions.learnerDays * 86_400;
