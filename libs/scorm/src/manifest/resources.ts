import { attribute, attributeIn, childOf, childrenOf } from './element.js';
import type { Findings } from './findings.js';
import type { HrefResolver, Target } from './href.js';
import { Identifiers } from './identifiers.js';
import type { Resource } from './manifest.js';
import type { XmlElement } from './xml.js';

/** A resource with what an item needs to know to open it. `target` is absent when it has no href. */
export type ResourceEntry = { resource: Resource; href: string; target?: Target; line: number };

/**
 * The resources of a manifest by identifier, those of sub-manifests included (IMS CP allows an item to use them). Files and
 * dependencies that are missing are reported; a missing launch file is reported by the item that opens it.
 */
export function readResources(root: XmlElement, hrefs: HrefResolver, findings: Findings): Map<string, ResourceEntry> {
  const entries = new Map<string, ResourceEntry>();
  collect(root, [], { hrefs, findings, entries, identifiers: new Identifiers(findings) });
  for (const { resource, line } of entries.values()) {
    for (const dependency of resource.dependencies) {
      if (!entries.has(dependency)) findings.add('dependency-missing', { resource: resource.identifier, dependency }, { line });
    }
  }
  return entries;
}

type Context = { hrefs: HrefResolver; findings: Findings; entries: Map<string, ResourceEntry>; identifiers: Identifiers };

function collect(manifest: XmlElement, outer: readonly string[], context: Context): void {
  const bases = [...outer, baseOf(manifest)];
  const list = childOf(manifest, 'imscp', 'resources');
  for (const element of list ? childrenOf(list, 'imscp', 'resource') : []) {
    readResource(element, [...bases, baseOf(list), baseOf(element)], context);
  }
  for (const inner of childrenOf(manifest, 'imscp', 'manifest')) {
    context.findings.add('submanifest-ignored', { identifier: attribute(inner, 'identifier') }, { line: inner.line });
    collect(inner, bases, context);
  }
}

const baseOf = (element: XmlElement | undefined) => (element ? attributeIn(element, 'xml', 'base') : '');

function readResource(element: XmlElement, bases: readonly string[], context: Context): void {
  const { hrefs, findings, entries, identifiers } = context;
  const { line } = element;
  const identifier = identifiers.of(element);
  const href = attribute(element, 'href');
  const target = href === '' ? undefined : hrefs.resolve(href, bases, line);
  const scormType = scormTypeOf(element, identifier, findings);
  const resource: Resource = {
    identifier,
    type: attribute(element, 'type') || 'webcontent',
    ...(scormType && { scormType }),
    ...(target?.kind === 'file' && { launch: target.launch }),
    ...(target?.kind === 'external' && { externalUrl: target.url }),
    files: readFiles(element, bases, { identifier, href }, context),
    dependencies: childrenOf(element, 'imscp', 'dependency').map((each) => attribute(each, 'identifierref')),
  };
  entries.set(identifier, { resource, href, line, ...(target && { target }) });
}

function scormTypeOf(element: XmlElement, identifier: string, findings: Findings): 'sco' | 'asset' | undefined {
  const stated = attributeIn(element, 'adlcp', 'scormtype') || attribute(element, 'scormtype');
  if (stated === '') return undefined;
  if (/^sco$/i.test(stated)) return 'sco';
  if (!/^asset$/i.test(stated)) findings.add('resource-type-unknown', { resource: identifier, stated }, { line: element.line });
  return 'asset';
}

function readFiles(
  element: XmlElement,
  bases: readonly string[],
  { identifier, href }: { identifier: string; href: string },
  { hrefs, findings }: Context,
): string[] {
  const files = new Set<string>();
  for (const file of childrenOf(element, 'imscp', 'file')) {
    const listed = attribute(file, 'href');
    const target = listed === '' ? undefined : hrefs.resolve(listed, [...bases, baseOf(file)], file.line);
    if (target?.kind === 'file') files.add(target.launch.path);
    if (target?.kind === 'refused') findings.add(target.code, { href: listed }, { line: file.line, severity: 'warning' });
    if (target?.kind === 'missing' && listed !== href) {
      findings.add('file-missing', { resource: identifier, href: listed }, { line: file.line });
    }
  }
  return [...files];
}
