import { holds, holdsEverywhere, holdsOver, reach, type Actor } from '@aula/contracts';

/** A course as rights see it; `institutionPath` holds its institution and what is above it. */
export interface CourseSubject {
  id: string;
  ownerId: string;
  institutionPath: readonly string[];
}

/** Authors: instructors on their own courses or over a course, an institution or everything; administrators. */
export const mayAuthor = (actor: Actor | undefined, course?: CourseSubject): boolean => {
  if (!actor || !holds(actor, 'instructor', 'administrator')) return false;
  if (!course) return true;
  return (
    (holds(actor, 'instructor') && course.ownerId === actor.personId) ||
    holdsOver(actor, course.institutionPath, 'instructor', 'administrator') ||
    coursesOf(actor).includes(course.id)
  );
};

/** May the actor make courses in the name of the institution with this path? */
export const mayActFor = (actor: Actor | undefined, institutionPath: readonly string[]): boolean =>
  holdsOver(actor, institutionPath, 'instructor', 'administrator');

/** Whoever has a role in the network sees every published course; others see the public ones and those they are enrolled in. */
export const seesUnlisted = (actor: Actor | undefined): boolean => actor?.grants.some((grant) => grant.role !== 'officer') ?? false;

/** For SQL: which courses the actor may author. */
export const authorReach = (actor: Actor): { everything: boolean; owner: string | null; institutions: string[]; courses: string[] } => {
  const institutions = reach(actor, 'instructor', 'administrator');
  return {
    everything: holdsEverywhere(actor, 'instructor', 'administrator'),
    owner: holds(actor, 'instructor') ? actor.personId : null,
    institutions: institutions === 'everything' ? [] : institutions,
    courses: coursesOf(actor),
  };
};

const coursesOf = (actor: Actor): string[] =>
  actor.grants.flatMap(({ role, scope }) =>
    ['instructor', 'administrator'].includes(role) && scope.kind === 'course' && scope.id !== null ? [scope.id] : [],
  );

const anyone = (): boolean => true;
const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

/** Rights of the catalogue. What a reader sees of it is the queries' `visibleTo`. */
export const coursePolicy = {
  'course.read': anyone,
  'course.author': mayAuthor,
  'unit.read': signedIn,
  'course-file.read': signedIn,
};
