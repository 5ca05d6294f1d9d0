import { holds, holdsEverywhere, holdsOver, reach, type Actor } from '@aula/contracts';

/** Whose data an actor may read: everyone's, or those in the branches of `branches`; always their own. */
export interface PeopleReach {
  everyone: boolean;
  branches: string[];
}

/** Administrators and auditors, training administrators and registrars; a registrar's university is a branch of the tree. */
export const peopleReach = (actor: Actor | undefined): PeopleReach => {
  const branches = reach(actor, 'administrator', 'auditor', 'training-administrator', 'registrar');
  const universities = (actor?.grants ?? []).flatMap(({ role, scope }) =>
    role === 'registrar' && scope.kind === 'university' && scope.id !== null ? [scope.id] : [],
  );
  return branches === 'everything' ? { everyone: true, branches: [] } : { everyone: false, branches: [...branches, ...universities] };
};

/** A person as a right sees them: the path of their institution, and whether they hold roles. */
export interface PersonPlace {
  path: readonly string[];
  holdsRoles: boolean;
}

const inBranch = (actor: Actor | undefined, place?: Pick<PersonPlace, 'path'>): boolean =>
  place ? holdsOver(actor, place.path, 'administrator', 'training-administrator') : holds(actor, 'administrator', 'training-administrator');
/** Whoever may see other people. */
const sees = (actor: Actor | undefined): boolean => {
  const { everyone, branches } = peopleReach(actor);
  return everyone || branches.length > 0;
};
const administers = (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator');

export const personPolicy = {
  'person.read': (actor: Actor | undefined): boolean => actor !== undefined,
  'person.create': inBranch,
  'person.change': inBranch,
  /** E-mail and activity decide who can sign in as whom: of people with roles only an administrator changes them. */
  'person.change-access': (actor: Actor | undefined, place: PersonPlace): boolean =>
    administers(actor) || (inBranch(actor, place) && !place.holdsRoles),
  'person.export': sees,
  'person.suspend': inBranch,
  /** `places` of both accounts. */
  'person.merge': (actor: Actor | undefined, places?: readonly PersonPlace[]): boolean =>
    places
      ? places.every((place) => inBranch(actor, place)) && (administers(actor) || !places.some((place) => place.holdsRoles))
      : inBranch(actor),
  'person.invite': inBranch,
  'person.set-password': administers,
};
