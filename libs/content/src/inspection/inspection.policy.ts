import { holds, holdsEverywhere, holdsOver, reach, type Actor } from '@aula/contracts';

/** An attempt as rights see it: whose it is, where that person serves, and what it belongs to. */
export interface InspectedAttempt {
  personId: string;
  personPath: readonly string[];
  courseId: string;
  editionId: string;
}

/**
 * What a learner answered is personal: instructors see it of the courses and editions that are theirs, administrators of their branch.
 */
const mayInspect = (actor: Actor | undefined, attempt?: InspectedAttempt): boolean => {
  if (!actor || !attempt) return holds(actor, 'instructor', 'administrator');
  return (
    holdsEverywhere(actor, 'instructor') ||
    scoped(actor, 'course').includes(attempt.courseId) ||
    scoped(actor, 'edition').includes(attempt.editionId) ||
    holdsOver(actor, attempt.personPath, 'administrator')
  );
};

/** Whoever may look may also give back what was lost, but nobody to themselves. */
export const mayRestore = (actor: Actor | undefined, attempt?: InspectedAttempt): boolean =>
  mayInspect(actor, attempt) && (!attempt || attempt.personId !== actor?.personId);

/** For SQL: whose attempts the actor may see. */
export interface InspectionSight {
  everything: boolean;
  institutions: string[];
  courses: string[];
  editions: string[];
}
export const inspectionSight = (actor: Actor): InspectionSight => {
  const over = reach(actor, 'administrator');
  return {
    everything: over === 'everything' || holdsEverywhere(actor, 'instructor'),
    institutions: over === 'everything' ? [] : over,
    courses: scoped(actor, 'course'),
    editions: scoped(actor, 'edition'),
  };
};

const scoped = (actor: Actor, kind: 'course' | 'edition'): string[] =>
  actor.grants.flatMap(({ role, scope }) => (role === 'instructor' && scope.kind === kind && scope.id !== null ? [scope.id] : []));

export const inspectionPolicy = { 'attempt.inspect': mayInspect, 'attempt.restore': mayRestore };
