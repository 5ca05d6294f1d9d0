import { attribute, childOf, childrenOf, textOf, ValueReader } from './element.js';
import type { Findings } from './findings.js';
import { Identifiers } from './identifiers.js';
import { ItemReader, openedResource, type Node } from './items.js';
import type { ManifestItem, Organization, ScormVersion } from './manifest.js';
import type { ResourceEntry } from './resources.js';
import { Sequencing } from './sequencing/sequencing.js';
import type { XmlElement } from './xml.js';

type Context = { version: ScormVersion; resources: ReadonlyMap<string, ResourceEntry>; findings: Findings };

/** The organizations of a manifest, at least one, and which of them is played. */
export function readOrganizations(root: XmlElement, context: Context): { organizations: Organization[]; defaultOrganization: string } {
  const { findings } = context;
  const list = childOf(root, 'imscp', 'organizations');
  const elements = list ? childrenOf(list, 'imscp', 'organization') : [];
  if (elements.length === 0) {
    findings.add('organization-missing', {}, list && { line: list.line });
    const organization = { ...bare, identifier: 'resources', title: attribute(root, 'identifier'), items: itemsOfResources(context) };
    return { organizations: [organization], defaultOrganization: organization.identifier };
  }
  const organizations = readAll(root, elements, context);
  if (elements.length > 1) findings.add('organization-several', { count: elements.length }, list && { line: list.line });
  return { organizations, defaultOrganization: defaultOf(list, organizations, findings) };
}

const bare = { sequenced: false, objectivesGlobalToSystem: true, sharedDataGlobalToSystem: true };

function readAll(root: XmlElement, elements: readonly XmlElement[], context: Context): Organization[] {
  const { version, resources, findings } = context;
  const sequencing = version === '2004' ? new Sequencing(root, findings) : undefined;
  const items = new ItemReader(version, resources, sequencing, findings);
  const values = new ValueReader(findings);
  const identifiers = new Identifiers(findings);
  return elements.map((element) => {
    if (sequencing) sequencing.found = false;
    const identifier = identifiers.of(element);
    const nodes = items.readAll(element);
    const title = textOf(childOf(element, 'imscp', 'title')) || identifier;
    if (nodes.length === 0) findings.add('organization-empty', { organization: identifier }, { line: element.line });
    const settings = sequencing?.read(element);
    return {
      identifier,
      title,
      items: nodes.length > 0 ? nodes.map(({ item }) => item) : itemsOfResources(context),
      ...(settings && { activityTree: { id: identifier, title, ...settings.activity, children: activitiesOf(nodes) } }),
      sequenced: sequencing?.found ?? false,
      objectivesGlobalToSystem: globalFlag(element, 'objectivesGlobalToSystem', values),
      sharedDataGlobalToSystem: globalFlag(element, 'sharedDataGlobalToSystem', values),
    };
  });
}

const activitiesOf = (nodes: readonly Node[]) => nodes.flatMap(({ activity }) => activity ?? []);

/** adlseq / adlcp attributes of an organization, true unless denied. */
function globalFlag(element: XmlElement, name: string, values: ValueReader): boolean {
  const carrier = element.attributes.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!carrier) return true;
  return values.boolean({ ...element, attributes: [{ ...carrier, family: 'none' }] }, name) ?? true;
}

function defaultOf(list: XmlElement | undefined, organizations: readonly Organization[], findings: Findings): string {
  const named = list ? attribute(list, 'default') : '';
  const taken = organizations.find(({ identifier }) => identifier === named) ?? organizations[0];
  if (!taken) throw new RangeError('a manifest has at least one organization');
  const place = list && { line: list.line };
  if (named === '') findings.add('organization-default-missing', { taken: taken.identifier }, place);
  else if (taken.identifier !== named) findings.add('organization-default-dangling', { named, taken: taken.identifier }, place);
  return taken.identifier;
}

/** A package without a table of contents: its SCOs, or else its pages, in the order of the manifest. */
function itemsOfResources({ resources, findings }: Context): ManifestItem[] {
  const entries = [...resources.values()];
  const scos = entries.filter(({ resource }) => resource.scormType === 'sco');
  const pages = entries.filter(({ resource }) => /\.x?html?$/i.test(resource.launch?.path ?? ''));
  return (scos.length > 0 ? scos : pages).map((entry) => ({
    identifier: entry.resource.identifier,
    title: entry.resource.identifier,
    visible: true,
    kind: entry.resource.scormType ?? 'asset',
    resource: entry.resource.identifier,
    ...openedResource(entry.resource.identifier, entry, findings, entry.line),
    children: [],
  }));
}
