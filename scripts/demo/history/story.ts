import { Chance } from './chance.ts';

/** How far somebody came. `failed`: every attempt so far; `withdrawn`: left before the end. */
export type End = 'withdrawn' | 'idle' | 'begun' | 'halfway' | 'studied' | 'failed' | 'completed';

/** What one person did in one edition, and when. */
export interface Story {
  end: End;
  enrolledAt: Date;
  withdrawnAt?: Date;
  /** When the welcome page was read. */
  readAt?: Date;
  /** The work in the lesson: when it was last seen, and which share of it was done. */
  lesson?: { at: Date; share: number };
  attendedAt?: Date;
  /** When attempts at the examination would begin; who passes earlier takes fewer. */
  attemptsAt: Date[];
  /** How much of what is asked the person knows, 0 to 1. */
  skill: number;
}

/** When an edition runs. */
export interface Term {
  title: string;
  opensAt: Date;
  closesAt: Date;
}

/** How many of a hundred come how far: while the edition runs, and once it is over. */
const running: readonly (readonly [End, number])[] = [
  ['withdrawn', 2],
  ['idle', 20],
  ['begun', 12],
  ['halfway', 15],
  ['studied', 11],
  ['failed', 7],
  ['completed', 33],
];
const over: readonly (readonly [End, number])[] = [
  ['withdrawn', 6],
  ['idle', 8],
  ['begun', 6],
  ['halfway', 8],
  ['studied', 6],
  ['failed', 8],
  ['completed', 58],
];

const day = 86_400_000;
/** Nobody has done anything in the last hours, so that what is new in the academy is seen to be new. */
const quiet = 6 * 3_600_000;

/** The life of a person in an edition; the same each time for the same person, edition and day. `surely`: this end, no other. */
export const storyOf = (person: { email: string; country: string | null }, term: Term, now: Date, surely?: End): Story => {
  const chance = new Chance(`${person.email} ${term.title}`);
  const last = Math.min(term.closesAt.getTime(), now.getTime() - quiet);
  const end = surely ?? endOf(chance, term.closesAt > now ? running : over, inclination(person.country));
  const enrolledAt = enrolled(chance, term, last);
  // each goes at a pace of their own: the earliest need a quarter of the time
  const span = (last - enrolledAt.getTime()) * chance.between(0.25, 0.98);
  const moment = (low: number, high: number): Date => new Date(enrolledAt.getTime() + span * chance.between(low, high));
  const skill = Math.min(1, chance.between(0.5, 0.95) + inclination(person.country) / 2);
  const story: Story = { end, enrolledAt, attemptsAt: [], skill };
  if (end === 'withdrawn') return { ...story, withdrawnAt: moment(0.2, 0.6) };
  if (end === 'idle') return story;
  const readAt = moment(0.02, 0.1);
  if (end === 'begun') return { ...story, readAt };
  const share = end === 'halfway' ? chance.between(0.2, 0.85) : 1;
  const studied = { ...story, readAt, lesson: { at: moment(0.15, 0.45), share } };
  if (end === 'halfway') return studied;
  const attended = chance.next() < 0.8 ? { attendedAt: moment(0.46, 0.55) } : {};
  if (end === 'studied') return { ...studied, ...attended };
  return { ...studied, ...attended, attemptsAt: [moment(0.56, 0.7), moment(0.72, 0.84), moment(0.86, 0.98)] };
};

/** Countries differ a little, each in its own way: −0.12 to 0.12. */
const inclination = (country: string | null): number => new Chance(`country ${country}`).between(-0.12, 0.12);

const endOf = (chance: Chance, ends: typeof running, push: number): End => {
  let rest = Math.min(0.999, Math.max(0, chance.next() + push)) * 100;
  for (const [end, share] of ends) {
    rest -= share;
    if (rest < 0) return end;
  }
  return 'completed';
};

/** Most are enrolled in the weeks around the opening, some later. */
const enrolled = (chance: Chance, { opensAt, closesAt }: Term, last: number): Date => {
  const opens = opensAt.getTime();
  const from = opens - 12 * day;
  const until = Math.min(opens + (closesAt.getTime() - opens) * 0.35, last - 3 * day);
  return new Date(from + Math.max(0, until - from) * chance.next() ** 1.4);
};
