import { manifestsIn, xapiStandard } from '../archive/contents.js';
import { attribute, attributeIn, childOf, textOf } from './element.js';
import { FileIndex } from './file-index.js';
import { Findings } from './findings.js';
import { HrefResolver } from './href.js';
import { reportLongIdentifiers } from './identifiers.js';
import { parserVersion, type Manifest, type ManifestOptions, type ManifestResult } from './manifest.js';
import { metadataOf } from './metadata.js';
import { readOrganizations } from './organizations.js';
import { readResources } from './resources.js';
import { decideVersion } from './version.js';
import { itemsOf } from './walk.js';
import { readXml, type XmlDocument, type XmlElement } from './xml.js';

/**
 * Reads imsmanifest.xml of SCORM 1.2 (CAM 2.3) or 2004 (CAM 3.4, 2nd to 4th Edition). Never throws: what was forgiven, ignored or
 * refused is in `findings`, each with the line. Without `manifest`, or with an `error` among the findings, the package must not be
 * played.
 */
export function parseManifest(bytes: Uint8Array, options: ManifestOptions): ManifestResult {
  const findings = new Findings(options.manifestPath);
  reportPlace(options, findings);
  const document = readXml(bytes, findings, options.manifestPath);
  const manifest = document && readManifest(document, options, findings);
  return { ...(manifest && { manifest }), findings: findings.list() };
}

function reportPlace({ files, manifestPath }: ManifestOptions, findings: Findings): void {
  if (manifestPath.includes('/')) findings.add('manifest-in-folder', {});
  if (!manifestPath.endsWith('imsmanifest.xml')) findings.add('manifest-name-case', {});
  const count = manifestsIn(files).length;
  if (count > 1) findings.add('manifest-several', { count });
  const standard = xapiStandard(files);
  if (standard) findings.add('package-also-xapi', { standard });
}

function readManifest(document: XmlDocument, { files, manifestPath }: ManifestOptions, findings: Findings): Manifest | undefined {
  const { root } = document;
  if (root.name.toLowerCase() !== 'manifest') {
    findings.add('manifest-wrong-root', { element: root.name }, { line: root.line });
    return undefined;
  }
  acceptNamespace(root, findings);
  reportSchemas(root, findings);
  reportLongIdentifiers(root, findings);
  const version = decideVersion(document, findings);
  const folder = manifestPath.slice(0, manifestPath.lastIndexOf('/') + 1);
  const hrefs = new HrefResolver(new FileIndex(files), folder, findings);
  const resources = readResources(root, hrefs, findings);
  const organizations = readOrganizations(root, { version: version.version, resources, findings });
  if (!opensAnything(organizations.organizations, findings)) findings.add('nothing-to-launch', {});
  const played = organizations.organizations.find(({ identifier }) => identifier === organizations.defaultOrganization);
  const identifier = attribute(root, 'identifier');
  const about = metadata(root, hrefs);
  return {
    parserVersion,
    identifier,
    ...version,
    ...about,
    title: titleOf(played?.title === played?.identifier ? '' : played?.title, about.title, played?.items[0]?.title, identifier),
    ...organizations,
    resources: [...resources.values()].map(({ resource }) => resource),
  };
}

const titleOf = (...candidates: (string | undefined)[]) => candidates.find((title) => title !== undefined && title !== '') ?? '';

/** Whatever namespace the outermost element has is this file's IMS Content Packaging. */
function acceptNamespace(root: XmlElement, findings: Findings): void {
  if (root.family === 'imscp') return;
  findings.add('namespace-missing', { namespace: root.uri }, { line: root.line });
  const { uri } = root;
  const adopt = (element: XmlElement) => {
    if (element.uri === uri) element.family = 'imscp';
    element.children.forEach(adopt);
  };
  adopt(root);
}

/** Pairs of namespace and document (XML Schema 1, 4.3.2); they are never fetched, so that nonsense does no harm. */
function reportSchemas(root: XmlElement, findings: Findings): void {
  const stated = root.attributes.find(({ name }) => name.toLowerCase() === 'schemalocation')?.value.trim() ?? '';
  if (stated !== '' && stated.split(/\s+/).length % 2 === 1) findings.add('schema-location-odd', {}, { line: root.line });
}

/** True also when a finding has already said why an item cannot be opened. */
function opensAnything(organizations: Manifest['organizations'], findings: Findings): boolean {
  const items = organizations.flatMap((organization) => itemsOf(organization.items));
  return (
    items.some(({ launch, externalUrl }) => launch !== undefined || externalUrl !== undefined) ||
    findings.has('launch-file-missing', 'resource-without-href', 'href-outside-package', 'href-scheme-refused')
  );
}

type About = Pick<Manifest, 'description' | 'language' | 'metadataPath'> & { title?: string };

function metadata(root: XmlElement, hrefs: HrefResolver): About {
  const element = childOf(root, 'imscp', 'metadata');
  if (!element) return {};
  const location = childOf(element, 'adlcp', 'location');
  const base = attributeIn(root, 'xml', 'base');
  const target = location && textOf(location) !== '' ? hrefs.resolve(textOf(location), [base], location.line) : undefined;
  return { ...metadataOf(element), ...(target?.kind === 'file' && { metadataPath: target.launch.path }) };
}
