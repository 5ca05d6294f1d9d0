import type { ActivitySettings } from './activity.js';
import { attribute, childOf, childrenOf, textOf, ValueReader } from './element.js';
import type { Findings } from './findings.js';
import { withParameters } from './href.js';
import { Identifiers } from './identifiers.js';
import { itemData12, itemData2004 } from './item-data.js';
import type { ManifestItem, ScormVersion } from './manifest.js';
import type { ResourceEntry } from './resources.js';
import type { Sequencing } from './sequencing/sequencing.js';
import type { XmlElement } from './xml.js';

/** An item and, in 2004, its activity; the two trees have the same shape. */
export type Node = { item: ManifestItem; activity?: ActivitySettings };

/** Reads the item trees of all organizations of one manifest. */
export class ItemReader {
  private readonly identifiers: Identifiers;
  private readonly values: ValueReader;

  constructor(
    private readonly version: ScormVersion,
    private readonly resources: ReadonlyMap<string, ResourceEntry>,
    private readonly sequencing: Sequencing | undefined,
    private readonly findings: Findings,
  ) {
    this.identifiers = new Identifiers(findings);
    this.values = new ValueReader(findings);
  }

  /** The items below an organization or item; those that can never be opened are left out and reported. */
  readAll(parent: XmlElement): Node[] {
    return childrenOf(parent, 'imscp', 'item').flatMap((element) => this.read(element) ?? []);
  }

  private read(element: XmlElement): Node | undefined {
    const identifier = this.identifiers.of(element);
    const nodes = this.readAll(element);
    const children = nodes.map(({ item }) => item);
    const entry = this.resourceOf(element, identifier);
    const { line } = element;
    if (!entry && children.length === 0) {
      // a leaf whose resource is missing was reported by resourceOf
      if (attribute(element, 'identifierref') === '') {
        this.findings.add('item-empty', { item: identifier }, { line, severity: this.version === '1.2' ? 'warning' : 'error' });
      }
      return undefined;
    }
    const cluster = !entry || (this.version === '2004' && children.length > 0);
    if (entry && cluster) this.findings.add('item-content-on-cluster', { item: identifier }, { line });
    const settings = this.sequencing?.read(element);
    const data = this.version === '1.2' ? itemData12(element, this.values) : itemData2004(element, settings?.item ?? {}, this.values);
    const item: ManifestItem = {
      identifier,
      title: this.title(element, identifier),
      visible: this.values.boolean(element, 'isvisible') ?? true,
      ...(cluster ? { kind: 'cluster' } : this.content(element, identifier, entry)),
      ...data,
      children,
    };
    return { item, ...(settings && { activity: activityOf(item, settings.activity, nodes) }) };
  }

  private title(element: XmlElement, identifier: string): string {
    const title = textOf(childOf(element, 'imscp', 'title'));
    if (title === '') this.findings.add('item-untitled', { item: identifier }, { line: element.line });
    return title || identifier;
  }

  private resourceOf(element: XmlElement, identifier: string): ResourceEntry | undefined {
    const reference = attribute(element, 'identifierref');
    if (reference === '') return undefined;
    const entry = this.resources.get(reference);
    if (!entry) this.findings.add('item-resource-missing', { item: identifier, resource: reference }, { line: element.line });
    return entry;
  }

  private content(
    element: XmlElement,
    identifier: string,
    entry: ResourceEntry,
  ): Pick<ManifestItem, 'kind' | 'resource' | 'launch' | 'externalUrl'> {
    const { resource } = entry;
    const opened = openedResource(identifier, entry, this.findings, element.line);
    return {
      kind: this.kindOf(entry),
      resource: resource.identifier,
      ...(opened.launch && { launch: withParameters(opened.launch, attribute(element, 'parameters')) }),
      ...(opened.externalUrl !== undefined && { externalUrl: opened.externalUrl }),
    };
  }

  /** Without a statement 2004 means an asset; in 1.2 it is usually forgotten on a SCO. */
  private kindOf({ resource, line }: ResourceEntry): 'sco' | 'asset' {
    if (resource.scormType) return resource.scormType;
    if (this.version === '2004') return 'asset';
    this.findings.add('resource-type-assumed', { resource: resource.identifier }, { line });
    return 'sco';
  }
}

/** What an item opens of a resource; says why when that is nothing. */
export function openedResource(
  item: string,
  { resource, href, target }: ResourceEntry,
  findings: Findings,
  line: number,
): Pick<ManifestItem, 'launch' | 'externalUrl'> {
  if (!target) findings.add('resource-without-href', { item, resource: resource.identifier }, { line });
  if (target?.kind === 'refused') findings.add(target.code, { href }, { line });
  if (target?.kind === 'missing') findings.add('launch-file-missing', { item, href }, { line });
  if (target?.kind === 'external') findings.add('href-external', { item, url: target.url }, { line });
  return {
    ...(resource.launch && { launch: resource.launch }),
    ...(resource.externalUrl !== undefined && { externalUrl: resource.externalUrl }),
  };
}

function activityOf(item: ManifestItem, settings: Partial<ActivitySettings>, nodes: readonly Node[]): ActivitySettings {
  const children = nodes.flatMap(({ activity }) => activity ?? []);
  const { primaryObjective } = settings;
  return {
    id: item.identifier,
    title: item.title,
    isVisible: item.visible,
    ...settings,
    // every objective is known by a name; content sees this one nowhere, since objectiveIds leaves it out
    ...(primaryObjective?.objectiveID === '' && { primaryObjective: { ...primaryObjective, objectiveID: `${item.identifier}~primary` } }),
    ...(children.length > 0 && { children }),
  };
}
