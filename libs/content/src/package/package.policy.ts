import { holds, holdsEverywhere, type Actor } from '@aula/contracts';

const mayUpload = (actor: Actor | undefined): boolean => holds(actor, 'instructor', 'administrator');
const mayRead = (actor: Actor | undefined): boolean => holds(actor, 'instructor', 'administrator', 'auditor');

/** Rights on packages. Which ones a reader sees is the queries' `visibleTo`: the own ones, or all for whom {@link seesAllPackages}. */
export const packagePolicy = {
  'package.upload': mayUpload,
  'package.read': mayRead,
  'package.remove': mayUpload,
  'package.replace': mayUpload,
  'package.move': mayUpload,
};

/** Who may remove a package, replace it and move its learners: its owner, and whoever looks after packages everywhere. */
export const looksAfter = (actor: Actor, ownerId: string): boolean =>
  mayUpload(actor) && (actor.personId === ownerId || holdsEverywhere(actor, 'instructor', 'administrator'));

/** True for who looks after packages, or reads, over everything. */
export const seesAllPackages = (actor: Actor): boolean => holdsEverywhere(actor, 'instructor', 'administrator', 'auditor');
