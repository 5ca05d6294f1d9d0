import { holds, holdsEverywhere, reach, type Actor, type Grant } from '@aula/contracts';

/** Administrators import everywhere; training administrators into their institutions and what is below them. */
const mayImport = (actor: Actor | undefined): boolean => holds(actor, 'administrator', 'training-administrator');

/** An import is its importer's; administrators of everything see all. */
const mayRead = (actor: Actor | undefined, of?: { importedBy: string }): boolean =>
  mayImport(actor) && (!of || of.importedBy === actor?.personId || holdsEverywhere(actor, 'administrator'));

export const importPolicy = {
  'import.read': mayRead,
  'import.run': mayImport,
};

/** The branches into which somebody with these grants may import; null for everywhere. */
export const importBranches = (grants: Grant[]): string[] | null => {
  const branches = reach({ grants } as Actor, 'administrator', 'training-administrator');
  return branches === 'everything' ? null : branches;
};
