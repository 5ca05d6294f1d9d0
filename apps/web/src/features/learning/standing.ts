import type { EnrollmentView } from '@aula/contracts';

type Unit = EnrollmentView['units'][number];
/** Whether a course can be worked on now, and if not, why. */
export type Standing = 'open' | 'not-yet' | 'over' | 'pending' | 'withdrawn';

/** Standing of an enrollment at `now` (milliseconds, the server's clock). */
export const standingOf = (enrollment: Pick<EnrollmentView, 'state' | 'opensAt' | 'closesAt'>, now: number): Standing => {
  if (enrollment.state === 'withdrawn') return 'withdrawn';
  if (enrollment.state === 'pending') return 'pending';
  if (now < Date.parse(enrollment.opensAt)) return 'not-yet';
  return now > Date.parse(enrollment.closesAt) ? 'over' : 'open';
};

/** Contents stay readable after the end; nothing counts any more then. */
export const isReadable = (standing: Standing): boolean => standing === 'open' || standing === 'over';

/** Done, whatever the mark says about passing. */
export const isDone = (unit: Pick<Unit, 'state'>): boolean => unit.state === 'completed' || unit.state === 'passed';

/** The units in their order. */
export const inOrder = (units: readonly Unit[]): Unit[] => [...units].sort((a, b) => a.position - b.position);

/** The step to take now: the first required unit that is not done, else the first optional one; a session is no step on a screen. */
export const nextStep = (units: readonly Unit[]): Unit | undefined => {
  const open = inOrder(units).filter((unit) => !isDone(unit) && unit.kind !== 'session');
  return open.find((unit) => unit.required) ?? open[0];
};

/** Where a unit stands in its course: its number from 1 (0 when it is none of it), what comes before and what after. */
export const placeOf = (units: readonly Unit[], unitId: string): { number: number; before: Unit | undefined; after: Unit | undefined } => {
  const ordered = inOrder(units);
  const at = ordered.findIndex((unit) => unit.unitId === unitId);
  return at < 0 ? { number: 0, before: undefined, after: undefined } : { number: at + 1, before: ordered[at - 1], after: ordered[at + 1] };
};

/** The units that the completion rule asks for and that are not done, in order. */
export const missingOf = (units: readonly Unit[], rule: 'required' | readonly string[]): Unit[] =>
  inOrder(units).filter((unit) => !isDone(unit) && (rule === 'required' ? unit.required : rule.includes(unit.unitId)));

/** Sorts courses as a learner looks for them: what can be done now, by deadline, then what comes, then what is finished. */
export const byUrgency =
  (now: number) =>
  (a: EnrollmentView, b: EnrollmentView): number => {
    const rank = (enrollment: EnrollmentView): number => {
      if (enrollment.state === 'completed') return 3;
      return { open: 0, 'not-yet': 1, pending: 1, over: 2, withdrawn: 4 }[standingOf(enrollment, now)];
    };
    return rank(a) - rank(b) || Date.parse(a.closesAt) - Date.parse(b.closesAt);
  };
