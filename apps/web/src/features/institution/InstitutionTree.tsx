import type { InstitutionNode } from '@aula/contracts';
import { type RenderTreeNodePayload, Tree, type TreeNodeData, useTree } from '@mantine/core';
import '@mantine/core/styles/Tree.layer.css';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { count } from '../../lib/number.js';
import { Empty } from '../../ui/Empty/Empty.js';
import { Section } from '../../ui/Page/Page.js';
import { SearchField } from '../../ui/SearchField/SearchField.js';
import { Tag } from '../../ui/Tag/Tag.js';
import { OneInstitution } from './OneInstitution.js';
import styles from './tree.module.css';
import { type Branch, branchesOf, matching } from './tree.js';

/** The tree, by mouse and by arrow keys, with what is known of the institution that is chosen in it. */
export const InstitutionTree = ({ nodes }: { nodes: readonly InstitutionNode[] }) => {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string>();
  const all = useMemo(() => branchesOf(nodes), [nodes]);
  const shown = useMemo(() => (q ? matching(all, q) : all), [all, q]);
  const node = nodes.find((each) => each.id === chosen);
  return (
    <div className={styles.beside}>
      <Section title={t('institution.tree.title')} plain>
        <SearchField label={t('institution.tree.search')} onSearch={setQ} />
        {shown.length > 0 ? (
          <Branches key={q} branches={shown} nodes={nodes} unfolded={q !== ''} chosen={chosen} onChoose={setChosen} />
        ) : (
          <Empty title={t('institution.tree.nothing')} />
        )}
      </Section>
      {node ? (
        <InView key={node.id}>
          <OneInstitution node={node} nodes={nodes} />
        </InView>
      ) : (
        <p className={styles.hint}>{t('institution.tree.hint')}</p>
      )}
    </div>
  );
};

/** On a phone, what was chosen stands below the tree: the page goes there. Where it is in sight already, nothing moves. */
const InView = ({ children }: { children: ReactNode }) => {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    part.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return <div ref={part}>{children}</div>;
};

interface BranchesProps {
  branches: readonly Branch[];
  nodes: readonly InstitutionNode[];
  /** Everything is folded out: a search shows where it has found. */
  unfolded: boolean;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

const Branches = ({ branches, nodes, unfolded, chosen, onChoose }: BranchesProps) => {
  const { t } = useTranslation();
  const byId = useMemo(() => new Map<string, InstitutionNode>(nodes.map((each) => [each.id, each])), [nodes]);
  const data = useMemo(() => dataOf(branches), [branches]);
  const tree = useTree({
    initialExpandedState: Object.fromEntries(unfolded ? nodes.map(({ id }) => [id, true]) : branches.map(({ node }) => [node.id, true])),
    selectedState: chosen === undefined ? [] : [chosen],
    onSelectedStateChange: (selected) => {
      onChoose(selected.at(-1));
    },
  });
  return (
    <Tree
      data={data}
      tree={tree}
      aria-label={t('institution.tree.title')}
      selectOnClick
      expandOnClick={false}
      allowRangeSelection={false}
      levelOffset="1.1rem"
      onKeyDown={(event) => {
        const focused = (event.target as HTMLElement).dataset['value'];
        if (event.key === 'Enter' && focused) onChoose(focused);
      }}
      renderNode={(payload) => <Node payload={payload} node={byId.get(payload.node.value)} />}
    />
  );
};

const dataOf = (branches: readonly Branch[]): TreeNodeData[] =>
  branches.map(({ node, children }) => ({
    value: node.id,
    label: node.name,
    ...(children.length > 0 ? { children: dataOf(children) } : {}),
  }));

const Node = ({ payload, node }: { payload: RenderTreeNodePayload; node: InstitutionNode | undefined }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { elementProps, expanded, hasChildren, tree } = payload;
  if (!node) return null;
  const people = node.own === null ? null : node.own + (node.below ?? 0);
  return (
    <div {...elementProps} className={`${elementProps.className} ${styles.node ?? ''}`}>
      <span
        className={styles.fold}
        data-open={expanded || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          tree.toggleExpanded(node.id);
        }}
      >
        {hasChildren && <IconChevronRight size={18} />}
      </span>
      <span className={styles.name}>{node.name}</span>
      {node.closedAt && <Tag tone="plain">{t('institution.tree.closed')}</Tag>}
      {people !== null && (
        <span className={styles.number}>{t('institution.tree.people', { count: people, shown: count(people, language) })}</span>
      )}
    </div>
  );
};
