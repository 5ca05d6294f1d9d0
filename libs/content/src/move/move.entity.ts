import type { PackageMoveRule } from '@aula/contracts';
import { itemsOf, playedOrganization, type Manifest } from '@aula/scorm';
import { sameData, sequencingChanged } from '../version/version.entity.js';

/** How far a learner is at a unit. Who has opened nothing yet has not started. */
export type Standing = 'not-started' | 'started' | 'completed';

const standings: Readonly<Record<PackageMoveRule, readonly Standing[]>> = {
  'not-started': ['not-started'],
  'not-completed': ['not-started', 'started'],
  all: ['not-started', 'started', 'completed'],
};
export const standingsOf = (rule: PackageMoveRule): readonly Standing[] => standings[rule];

/** How far an attempt is. */
export const standingOf = ({ epoch, completion }: { epoch: number; completion: string }): Standing => {
  if (epoch === 0) return 'not-started';
  return completion === 'completed' ? 'completed' : 'started';
};

/** What of an attempt at another version comes along to this one: items by identifier, data that read alike, a path with the same rules. */
export const carriedTo = (
  target: Manifest,
  others: readonly { id: string; manifest: Manifest }[],
): { items: string[]; alike: string[]; samePath: string[] } => {
  const ids = (fits: (manifest: Manifest) => boolean): string[] => others.filter(({ manifest }) => fits(manifest)).map(({ id }) => id);
  return {
    items: itemsOf(playedOrganization(target).items).map(({ identifier }) => identifier),
    alike: ids((manifest) => sameData(manifest, target)),
    samePath: ids((manifest) => sameData(manifest, target) && !sequencingChanged(manifest, target)),
  };
};

/** Titles of items by package and identifier. */
export const titlesOf = (packages: readonly { id: string; manifest: Manifest }[]): ReadonlyMap<string, string> =>
  new Map(
    packages.flatMap(({ id, manifest }) =>
      itemsOf(playedOrganization(manifest).items).map(({ identifier, title }) => [`${id} ${identifier}`, title] as const),
    ),
  );
