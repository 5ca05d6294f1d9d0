import type { PackageDifferencesView } from '@aula/contracts';
import { itemsOf, playedOrganization, type Manifest, type ManifestItem } from '@aula/scorm';
import type { PackageFinding } from '../package/package.entity.js';

type Differences = PackageDifferencesView;
interface Placed {
  item: ManifestItem;
  /** The identifier of what it lies under; null at the top. */
  under: string | null;
}

/** Every item of what is played, in order, with what it lies under. */
const placed = (items: readonly ManifestItem[], under: string | null = null): Placed[] =>
  items.flatMap((item) => [{ item, under }, ...placed(item.children, item.identifier)]);

/** Items by identifier that came, went, have another name, or lie under another item. */
export const itemDifferences = (before: Manifest, after: Manifest): Differences['items'] => {
  const [old, now] = [before, after].map((each) => placed(playedOrganization(each).items)) as [Placed[], Placed[]];
  const [oldById, nowById] = [old, now].map((each) => new Map(each.map((one) => [one.item.identifier, one]))) as [
    Map<string, Placed>,
    Map<string, Placed>,
  ];
  const of = ({ item }: Placed) => ({ identifier: item.identifier, title: item.title });
  return [
    ...old.filter(({ item }) => !nowById.has(item.identifier)).map((one) => ({ kind: 'removed' as const, ...of(one), before: null })),
    ...now.flatMap((one): Differences['items'] => {
      const earlier = oldById.get(one.item.identifier);
      if (!earlier) return [{ kind: 'added', ...of(one), before: null }];
      return [
        ...(earlier.item.title === one.item.title ? [] : [{ kind: 'renamed' as const, ...of(one), before: earlier.item.title }]),
        ...(earlier.under === one.under ? [] : [{ kind: 'moved' as const, ...of(one), before: earlier.under }]),
      ];
    }),
  ];
};

const opens = ({ launch, externalUrl }: ManifestItem): boolean => launch !== undefined || externalUrl !== undefined;
const opened = (manifest: Manifest): ManifestItem[] => itemsOf(playedOrganization(manifest).items).filter(opens);

/** What learners open and then no longer could: the identifiers under which their work is kept. */
export const vanished = (before: Manifest, after: Manifest): Differences['vanished'] => {
  const there = new Set(opened(after).map(({ identifier }) => identifier));
  return opened(before).flatMap(({ identifier, title }) => (there.has(identifier) ? [] : [{ identifier, title }]));
};

/** True when the rules of the path differ, or one version has such rules and the other has none. */
export const sequencingChanged = (before: Manifest, after: Manifest): boolean =>
  JSON.stringify(pathOf(before)) !== JSON.stringify(pathOf(after));
/** Titles are no rules. */
const pathOf = (manifest: Manifest): unknown => {
  const { sequenced, activityTree } = playedOrganization(manifest);
  return sequenced ? JSON.parse(JSON.stringify(activityTree, (key, value: unknown) => (key === 'title' ? undefined : value))) : null;
};

/** What was recorded is read by the same names: versions of one standard, whatever the edition. */
export const sameData = (before: Pick<Manifest, 'version'>, after: Pick<Manifest, 'version'>): boolean => before.version === after.version;

/** Findings by code and place that one version has and the other has not. */
export const findingDifferences = (
  before: readonly PackageFinding[],
  after: readonly PackageFinding[],
): { gone: PackageFinding[]; come: PackageFinding[] } => {
  const lacking = (some: readonly PackageFinding[], others: readonly PackageFinding[]): PackageFinding[] => {
    const known = new Set(others.map(nameOf));
    return some.filter((one) => !known.has(nameOf(one)));
  };
  return { gone: lacking(before, after), come: lacking(after, before) };
};
const nameOf = ({ code, path = '', parameters }: PackageFinding): string => JSON.stringify([code, path, parameters]);
