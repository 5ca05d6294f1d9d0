import { Problem } from '@aula/platform';

/** The revision that `If-Match` names (RFC 9110, 13.1.1); undefined when anything will do. A tag that is none of ours matches nothing. */
export const revisionIn = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  return Number(/^\s*"(\d{1,9})"\s*$/.exec(ifMatch)?.[1] ?? -1);
};

/** Throws `catalog.changed-meanwhile` when a change builds on another revision than the one that is there; `current` is what is there. */
export const demandRevision = (expected: number | undefined, revision: number, current: () => object): void => {
  if (expected !== undefined && expected !== revision)
    throw new Problem('precondition-failed', 'catalog.changed-meanwhile', {}, { members: { current: current() } });
};
