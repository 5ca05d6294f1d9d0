import { holds, holdsEverywhere, type Actor } from '@aula/contracts';

const keepers = ['registrar', 'reviewer'] as const;
const readers = [...keepers, 'coordinator'] as const;

/** Registrars, reviewers and coordinators; platform administrators. What they see of it is `registerOf`. */
const mayReadRegister = (actor: Actor | undefined): boolean => holds(actor, ...readers, 'administrator');
const mayVerifyMany = (actor: Actor | undefined): boolean => holds(actor, ...keepers, 'administrator');

/** For SQL: the courses whose completions the actor may read, by the universities that answer for them. */
export const registerOf = (actor: Actor): { everything: boolean; universities: string[] } => ({
  everything: holdsEverywhere(actor, ...readers, 'administrator'),
  universities: actor.grants.flatMap(({ role, scope }) =>
    (readers as readonly string[]).includes(role) && scope.kind === 'university' && scope.id !== null ? [scope.id] : [],
  ),
});

export const completionPolicy = { 'completion.list': mayReadRegister, 'credential.verify-many': mayVerifyMany };
