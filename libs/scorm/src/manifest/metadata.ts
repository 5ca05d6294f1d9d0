import type { Finding } from '../finding.js';
import { childOf, childrenOf, textOf } from './element.js';
import { Findings } from './findings.js';
import { readXml, type XmlElement } from './xml.js';

/** The three things read from IEEE LOM (1.2: IMS Metadata); plain text, untrusted: escape it. */
export type Metadata = { title?: string; description?: string; language?: string };

/** Reads an external metadata file (adlcp:location). All findings are warnings: a bad one never stops an import. */
export function parseMetadata(bytes: Uint8Array, path: string): { metadata: Metadata; findings: Finding[] } {
  const findings = new Findings(path);
  const document = readXml(bytes, findings, path);
  const metadata = document ? metadataOf(document.root) : {};
  return { metadata, findings: findings.list().map((one) => (one.severity === 'error' ? { ...one, severity: 'warning' } : one)) };
}

/** Title, description and language of the LOM record in or at `element`. */
export function metadataOf(element: XmlElement): Metadata {
  const record = element.name.toLowerCase() === 'lom' ? element : lomChild(element, 'lom');
  const general = record && lomChild(record, 'general');
  if (!general) return {};
  const language = textOf(lomChild(general, 'language'));
  const title = localText(lomChild(general, 'title'), language);
  const description = localText(lomChild(general, 'description'), language);
  return { ...(title && { title }), ...(description && { description }), ...(language && { language }) };
}

/** A LOM LangString: `langstring` with xml:lang in 1.2, `string` with `language` in 2004; the record's own language is preferred. */
function localText(element: XmlElement | undefined, language: string): string {
  if (!element) return '';
  const strings = element.children.filter(({ name }) => /^(lang)?string$/i.test(name));
  const inLanguage = ({ attributes }: XmlElement) =>
    attributes.some(({ name, value }) => /^lang(uage)?$/i.test(name) && value === language);
  return textOf(strings.find(inLanguage) ?? strings[0] ?? element);
}

const lomChild = (element: XmlElement, name: string) =>
  childOf(element, 'lom', name) ?? childrenOf(element, 'imscp', name)[0] ?? childOf(element, 'other', name);
