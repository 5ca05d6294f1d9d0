import type { InstitutionNode } from '@aula/contracts';
import { folded } from '../../lib/local-text.js';

/** An institution with those directly below it. */
export interface Branch {
  node: InstitutionNode;
  children: Branch[];
}

/** The tree out of its nodes, which come above before below; what hangs on nothing known is a root. */
export const branchesOf = (nodes: readonly InstitutionNode[]): Branch[] => {
  const byId = new Map<string, Branch>(nodes.map((node) => [node.id, { node, children: [] }]));
  return [...byId.values()].filter((branch) => {
    const above = branch.node.parentId && byId.get(branch.node.parentId);
    if (above) above.children.push(branch);
    return !above;
  });
};

/** Whatever has the words in name or code, with all that is above it. */
export const matching = (branches: readonly Branch[], words: string): Branch[] =>
  branches.flatMap((branch) => {
    const children = matching(branch.children, words);
    const met = folded(`${branch.node.name} ${branch.node.code}`).includes(folded(words));
    if (met) return [branch];
    return children.length > 0 ? [{ node: branch.node, children }] : [];
  });
