import { holds, type Actor } from '@aula/contracts';
import { authorship } from '../bank/bank.policy.js';

/** For SQL: whose essays the actor may mark and whose results see, besides those of their own quizzes. */
export interface Teaching {
  everything: boolean;
  owner: string | null;
  editions: string[];
  courses: string[];
  institutions: string[];
}
/** Instructors of a course or edition, and administrators of the institution that holds it, teach what they do not own. */
export const teachingOf = (actor: Actor): Teaching => ({
  ...authorship(actor),
  editions: scoped(actor, 'instructor', 'edition'),
  courses: scoped(actor, 'instructor', 'course'),
  institutions: scoped(actor, 'administrator', 'institution'),
});

const scoped = (actor: Actor, wanted: 'instructor' | 'administrator', kind: 'edition' | 'course' | 'institution'): string[] =>
  actor.grants.flatMap(({ role, scope }) => (role === wanted && scope.kind === kind && scope.id !== null ? [scope.id] : []));

/** Which essays and editions, each statement asks itself: others are not found. */
const teaches = (actor: Actor | undefined): boolean => holds(actor, 'instructor', 'administrator');

/** Marking essays, reading results; a grade that is given is changed by those who may author the quiz. */
export const markingPolicy = {
  'marking.mark': teaches,
  'marking.change': (actor: Actor | undefined, essay?: { authored: boolean }): boolean => essay?.authored ?? teaches(actor),
  'results.read': teaches,
};
