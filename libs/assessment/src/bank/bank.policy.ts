import { holds, holdsEverywhere, type Actor } from '@aula/contracts';

/**
 * Which banks and quizzes the actor may author: all of them over everything, else an instructor's or administrator's own. `owner` is
 * null for anyone else, so that it equals no row's owner.
 */
export const authorship = (actor: Actor | undefined): { everything: boolean; owner: string | null } => ({
  everything: holdsEverywhere(actor, 'instructor', 'administrator'),
  owner: actor && holds(actor, 'instructor', 'administrator') ? actor.personId : null,
});

export const bankPolicy = {
  /** Banks, questions, imports, quizzes, and the results of attempts. */
  'assessment.author': (actor: Actor | undefined, subject?: { ownerId: string }): boolean => {
    const { everything, owner } = authorship(actor);
    return everything || (owner !== null && (!subject || subject.ownerId === owner));
  },
};
