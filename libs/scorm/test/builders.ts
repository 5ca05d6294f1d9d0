import { parseManifest, type Finding, type Manifest, type ManifestItem, type RuntimeRecord } from '../src/index.js';

const namespaces12 = 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"';
const namespaces2004 =
  'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
  'xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" ' +
  'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"';

export type ManifestParts = {
  version?: '1.2' | '2004';
  /** Attributes of `manifest` instead of the usual namespaces. */
  namespaces?: string;
  /** Content of schemaversion; '' leaves it out. */
  schemaversion?: string;
  metadata?: string;
  organizations?: string;
  /** What stands inside the only organization, when `organizations` is not given. */
  items?: string;
  resources?: string;
  /** What stands after the resources. */
  tail?: string;
};

/** The text of a manifest with one organization `O`, one item `I1` and one SCO `R1` (index.html), each part replaceable. */
export function aManifest(parts: ManifestParts = {}): string {
  const { version = '1.2', tail = '', metadata = '' } = parts;
  const scormType = version === '1.2' ? 'scormtype' : 'scormType';
  const schemaversion = parts.schemaversion ?? (version === '1.2' ? '1.2' : '2004 4th Edition');
  const items = parts.items ?? '<item identifier="I1" identifierref="R1"><title>One</title></item>';
  const organizations =
    parts.organizations ??
    `<organizations default="O"><organization identifier="O"><title>Course</title>${items}</organization></organizations>`;
  const resources = parts.resources ?? `<resource identifier="R1" type="webcontent" adlcp:${scormType}="sco" href="index.html"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M" ${parts.namespaces ?? (version === '1.2' ? namespaces12 : namespaces2004)}>
<metadata>${schemaversion && `<schema>ADL SCORM</schema><schemaversion>${schemaversion}</schemaversion>`}${metadata}</metadata>
${organizations}
<resources>${resources}</resources>
${tail}
</manifest>`;
}

export type Reading = { manifest: Manifest | undefined; findings: Finding[]; codes: string[] };

/** Reads a manifest in an archive that holds `files` next to it. */
export function read(xml: string | Uint8Array, files: readonly string[] = ['index.html'], manifestPath = 'imsmanifest.xml'): Reading {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  const { manifest, findings } = parseManifest(bytes, { files: [manifestPath, ...files], manifestPath });
  return { manifest, findings, codes: findings.map(({ code }) => code) };
}

/** The same, for a manifest that can be read. */
export function readWell(xml: string | Uint8Array, files?: readonly string[], manifestPath?: string): Reading & { manifest: Manifest } {
  const { manifest, ...rest } = read(xml, files, manifestPath);
  if (!manifest) throw new Error(`not read: ${JSON.stringify(rest.findings)}`);
  return { manifest, ...rest };
}

/** The first item of the first organization. */
export function firstItem(manifest: Manifest): ManifestItem {
  const item = manifest.organizations[0]?.items[0];
  if (!item) throw new Error('no item');
  return item;
}

export function aSco(parts: Partial<ManifestItem> = {}): ManifestItem {
  const launch = { path: 'index.html', query: '', fragment: '' };
  return { identifier: 'I1', title: 'One', visible: true, kind: 'sco', resource: 'R1', launch, children: [], ...parts };
}

type Call = 'init' | 'term' | 'open' | 'leave' | [element: string, value: string, errorCode?: number];

/** Records of one SCO from what happened to it, in order. */
export function records(calls: readonly Call[], { scoId = 'I1', from = 1 } = {}): RuntimeRecord[] {
  return calls.map((call, at): RuntimeRecord => {
    const base = { seq: from + at, scoId };
    if (call === 'open' || call === 'leave') return { ...base, kind: 'nav', element: call };
    if (call === 'init' || call === 'term') return { ...base, kind: call, result: 'true', errorCode: 0 };
    const [element, value, errorCode = 0] = call;
    return { ...base, kind: 'set', element, value, result: errorCode === 0 ? 'true' : 'false', errorCode };
  });
}
