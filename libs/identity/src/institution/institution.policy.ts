import { holds, holdsEverywhere, holdsOver, type Actor } from '@aula/contracts';

/** `path` of the parent; null for a root of the tree, which only administrators over everything may plant. */
const create = (actor: Actor | undefined, parent?: { path: readonly string[] | null }): boolean => {
  if (!parent) return holds(actor, 'administrator', 'training-administrator');
  return parent.path ? holdsOver(actor, parent.path, 'administrator', 'training-administrator') : holdsEverywhere(actor, 'administrator');
};

/** `path` of the institution itself: rename it, close it, open it again. */
const change = (actor: Actor | undefined, place?: { path: readonly string[] }): boolean =>
  place ? holdsOver(actor, place.path, 'administrator', 'training-administrator') : holds(actor, 'administrator', 'training-administrator');

export const institutionPolicy = {
  'member-state.read': (): boolean => true,
  'institution.read': (actor: Actor | undefined): boolean => actor !== undefined,
  'institution.create': create,
  'institution.change': change,
};
