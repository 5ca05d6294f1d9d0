import { holds, holdsEverywhere, reach, type Actor } from '@aula/contracts';

/** For SQL: whose numbers the actor may see, and the people behind them. */
export interface Sight {
  everything: boolean;
  institutions: string[];
  universities: string[];
  courses: string[];
  editions: string[];
}

/**
 * Administrators, auditors, training administrators and programme managers by branch; coordinators and registrars over everything, else
 * by the university whose courses they are; instructors and programme managers by course and edition.
 */
export const sightOf = (actor: Actor): Sight => {
  const over = reach(actor, 'training-administrator', 'administrator', 'auditor', 'programme-manager');
  const everything = over === 'everything' || holdsEverywhere(actor, 'coordinator', 'registrar', 'instructor');
  return {
    everything,
    institutions: over === 'everything' ? [] : over,
    universities: scoped(actor, ['registrar', 'coordinator'], 'university'),
    courses: scoped(actor, ofCourses, 'course'),
    editions: scoped(actor, ofCourses, 'edition'),
  };
};

const ofCourses = ['instructor', 'programme-manager'];
const scoped = (actor: Actor, roles: readonly string[], kind: 'university' | 'course' | 'edition'): string[] =>
  actor.grants.flatMap(({ role, scope }) => (roles.includes(role) && scope.kind === kind && scope.id !== null ? [scope.id] : []));

const maySee = (actor: Actor | undefined): boolean =>
  holds(actor, 'administrator', 'auditor', 'coordinator', 'registrar', 'training-administrator', 'instructor', 'programme-manager');
const everyone = (): boolean => true;

export const insightPolicy = {
  'insight.read': maySee,
  'insight.rebuild': (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator'),
  'numbers.read': everyone,
};
