import { childOf, textOf } from './element.js';
import type { Findings } from './findings.js';
import type { ScormEdition, ScormVersion } from './manifest.js';
import { versionOf } from './namespaces.js';
import type { XmlDocument, XmlElement } from './xml.js';

export type Version = { version: ScormVersion; edition?: ScormEdition; ambiguousVersion: boolean };

/** Stated schema versions, SCORM 1.2 CAM 2.3.5.2 and SCORM 2004 CAM 3.4.1. */
const statements: [RegExp, ScormVersion, ScormEdition?][] = [
  [/\b4th\b|2004 4\b/i, '2004', '4th'],
  [/\b3rd\b|2004 3\b/i, '2004', '3rd'],
  [/\b2nd\b|2004 2\b|\b1\.3\b|\b2004\b/i, '2004', '2nd'],
  [/\b1\.[012]\b/, '1.2'],
];

/** SCORM version and edition: what is stated, else the namespaces, else 1.2. */
export function decideVersion({ root, namespaces }: XmlDocument, findings: Findings): Version {
  const element = metadataChild(root, 'schemaversion');
  const stated = textOf(element);
  const known = statements.find(([pattern]) => pattern.test(stated));
  const hints = new Set([...namespaces].map(versionOf).filter((version) => version !== undefined));
  if (known) {
    const [, version, edition] = known;
    const ambiguousVersion = hints.size > 0 && !hints.has(version);
    if (ambiguousVersion) findings.add('version-ambiguous', { stated }, element && { line: element.line });
    return { version, ...(edition && { edition }), ambiguousVersion };
  }
  const version = versionOf(root.uri) ?? (hints.has('2004') ? '2004' : '1.2');
  const edition = version === '2004' ? editionByContent(root) : undefined;
  const assumed = edition ? `${version} ${edition} Edition` : version;
  if (stated) findings.add('version-unknown', { stated: stated.slice(0, 200), assumed }, element && { line: element.line });
  else findings.add('version-assumed', { assumed });
  return { version, ...(edition && { edition }), ambiguousVersion: false };
}

function metadataChild(root: XmlElement, name: string): XmlElement | undefined {
  const metadata = childOf(root, 'imscp', 'metadata');
  return metadata && childOf(metadata, 'imscp', name);
}

/** Unstated, 2nd Edition (the only one that let the statement be left out), unless something only the 4th has is used. */
function editionByContent(root: XmlElement): ScormEdition {
  const fourth = (element: XmlElement): boolean =>
    (element.family === 'adlcp' && (element.name === 'data' || element.attributes.some(({ name }) => name === 'completedByMeasure'))) ||
    (element.family === 'adlseq' && element.name === 'objectives') ||
    element.children.some(fourth);
  return fourth(root) ? '4th' : '2nd';
}
