import type { ScormVersion } from './manifest.js';

/** What a namespace means, whatever prefix stands for it. `none`: no namespace at all. */
export type Family = 'imscp' | 'adlcp' | 'adlseq' | 'adlnav' | 'imsss' | 'lom' | 'xml' | 'none' | 'other';

const families: [RegExp, Family][] = [
  [/imscp_/i, 'imscp'],
  [/adlcp_/i, 'adlcp'],
  [/adlseq_/i, 'adlseq'],
  [/adlnav_/i, 'adlnav'],
  [/imsss/i, 'imsss'],
  [/imsmd_|\/lom(\/|$)/i, 'lom'],
  [/^http:\/\/www\.w3\.org\/XML\/1998\/namespace$/, 'xml'],
  [/^$/, 'none'],
];

/** Families rather than exact URIs: tools write `imscp_v1p1`, `imscp_rootv1p1p2`, `imscp_v1p2` and more. */
export function familyOf(uri: string): Family {
  return families.find(([pattern]) => pattern.test(uri))?.[1] ?? 'other';
}

/** The SCORM version a namespace belongs to, where it tells. The 1.2 schemas are called `…_root…`. */
export function versionOf(uri: string): ScormVersion | undefined {
  const family = familyOf(uri);
  if (family === 'imscp' || family === 'adlcp') return /_root/i.test(uri) ? '1.2' : '2004';
  return family === 'imsss' || family === 'adlseq' || family === 'adlnav' ? '2004' : undefined;
}

/** Prefixes that some tools use without declaring them, and what they mean by custom. */
const customary: Record<string, string> = {
  adlcp: 'http://www.adlnet.org/xsd/adlcp_undeclared',
  adlseq: 'http://www.adlnet.org/xsd/adlseq_undeclared',
  adlnav: 'http://www.adlnet.org/xsd/adlnav_undeclared',
  imsss: 'http://www.imsglobal.org/xsd/imsss',
  imsmd: 'http://www.imsglobal.org/xsd/imsmd_undeclared',
  lom: 'http://ltsc.ieee.org/xsd/LOM',
};

/** A namespace for a prefix that is not declared; it says nothing about the version. */
export function customaryNamespace(prefix: string): string {
  return (Object.hasOwn(customary, prefix) ? customary[prefix] : undefined) ?? `urn:undeclared:${prefix}`;
}
