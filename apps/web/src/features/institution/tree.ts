import type { InstitutionNode } from '@aula/contracts';

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

const flat = (branches: readonly Branch[], level = 0): { node: InstitutionNode; level: number }[] =>
  branches.flatMap(({ node, children }) => [{ node, level }, ...flat(children, level + 1)]);

/** Institutions for a choice, each below the one that it belongs to. `but`: this one and all below it are left out. */
export const indented = (nodes: readonly InstitutionNode[], but?: string): { value: string; label: string }[] => {
  const without = (branches: readonly Branch[]): Branch[] =>
    branches.flatMap(({ node, children }) => (node.id === but ? [] : [{ node, children: without(children) }]));
  return flat(without(branchesOf(nodes))).map(({ node, level }) => ({
    value: node.id,
    label: `${'\u2003'.repeat(level)}${node.name}`,
  }));
};

/** Without accents and capitals, as a search compares. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Whatever has the words in name or code, with all that is above it. */
export const matching = (branches: readonly Branch[], words: string): Branch[] =>
  branches.flatMap((branch) => {
    const children = matching(branch.children, words);
    const met = folded(`${branch.node.name} ${branch.node.code}`).includes(folded(words));
    if (met) return [branch];
    return children.length > 0 ? [{ node: branch.node, children }] : [];
  });
