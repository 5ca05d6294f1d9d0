import { SaxesParser, type SaxesTagNS } from 'saxes';
import { finding, type Finding } from '../finding.js';
import { decodeXml } from './bytes.js';
import type { Findings } from './findings.js';
import { isMalformed, malformed } from './malformed.js';
import { customaryNamespace, familyOf, type Family } from './namespaces.js';

export type XmlElement = {
  name: string;
  family: Family;
  uri: string;
  attributes: { name: string; family: Family; value: string }[];
  children: XmlElement[];
  /** Character data directly inside, CDATA included. */
  text: string;
  line: number;
};

export type XmlDocument = { root: XmlElement; namespaces: Set<string> };

/** Caps on a manifest: bytes, levels of elements, elements and attributes together. */
const xmlLimits = { bytes: 5 * 1024 ** 2, depth: 64, nodes: 200_000 };

/** An XML file as a tree, or undefined with an error among the findings. Entities are never expanded, nothing is ever fetched. */
export function readXml(bytes: Uint8Array, findings: Findings, path: string): XmlDocument | undefined {
  if (bytes.length > xmlLimits.bytes) {
    findings.add('manifest-too-large', { bytes: bytes.length, limit: xmlLimits.bytes });
    return undefined;
  }
  const text = withoutDeclaration(decodeXml(bytes, findings));
  const doctype = doctypeLine(text);
  if (doctype !== undefined) {
    findings.add('manifest-doctype', {}, { line: doctype });
    return undefined;
  }
  try {
    return new TreeReader(findings).read(text);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return secondReading(text, refusal, findings, path);
  }
}

/** One repair: `&` signs that begin no entity of XML. */
function secondReading(text: string, first: Refusal, findings: Findings, path: string): XmlDocument | undefined {
  const { repaired, count } = escapeAmpersands(text);
  if (count > 0 && isMalformed(first.problem)) {
    try {
      const document = new TreeReader(findings).read(repaired);
      findings.add('manifest-ampersand', { count });
      return document;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }
  findings.keep({ ...first.problem, path });
  return undefined;
}

/** Blanked out, not cut, so that lines stay; also because tools put blank lines before it, which XML forbids. */
function withoutDeclaration(text: string): string {
  const declaration = /^\s*<\?xml\s[^>]*\?>/.exec(text)?.[0] ?? '';
  return declaration.replaceAll(/[^\n]/g, ' ') + text.slice(declaration.length);
}

function doctypeLine(text: string): number | undefined {
  const blank = (inside: string) => inside.replaceAll(/[^\n]/g, ' ');
  const bare = mapText(text, (outside) => outside, blank);
  const at = bare.search(/<!(DOCTYPE|ENTITY)/i);
  return at < 0 ? undefined : bare.slice(0, at).split('\n').length;
}

function escapeAmpersands(text: string): { repaired: string; count: number } {
  let count = 0;
  const escape = () => {
    count += 1;
    return '&amp;';
  };
  const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi;
  const repaired = mapText(
    text,
    (outside) => outside.replaceAll(bare, escape),
    (inside) => inside,
  );
  return { repaired, count };
}

/** Maps what lies outside of comments and CDATA sections, and these. Linear: a pattern would try every unclosed opening to the end. */
function mapText(text: string, outside: (part: string) => string, inside: (part: string) => string): string {
  const parts: string[] = [];
  const openings = /<!--|<!\[CDATA\[/g;
  let from = 0;
  for (let opening = openings.exec(text); opening; opening = openings.exec(text)) {
    const closing = opening[0] === '<!--' ? '-->' : ']]>';
    const at = text.indexOf(closing, openings.lastIndex);
    if (at < 0) break;
    parts.push(outside(text.slice(from, opening.index)), inside(text.slice(opening.index, at + closing.length)));
    from = openings.lastIndex = at + closing.length;
  }
  return parts.join('') + outside(text.slice(from));
}

class Refusal extends Error {
  constructor(readonly problem: Finding) {
    super(problem.code);
  }
}

class TreeReader {
  private readonly stack: XmlElement[] = [];
  private readonly namespaces = new Set<string>();
  private readonly undeclared = new Map<string, number>();
  private readonly parser = new SaxesParser({ xmlns: true, position: true, resolvePrefix: (prefix: string) => this.customary(prefix) });
  private root: XmlElement | undefined;
  /** The element closed last; the parser closes one that is still open before it complains of it. */
  private closed: XmlElement | undefined;
  private nodes = 0;

  constructor(private readonly findings: Findings) {}

  read(text: string): XmlDocument {
    this.parser.on('error', ({ message }) => this.fail(message));
    this.parser.on('doctype', () => this.refuse(finding('manifest-doctype', {}, { line: this.parser.line })));
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('closetag', () => void (this.closed = this.stack.pop()));
    this.parser.on('text', (characters) => this.characters(characters));
    this.parser.on('cdata', (characters) => this.characters(characters));
    if (text.trim() === '') return this.refuse(finding('manifest-empty', {}));
    this.parser.write(text).close();
    if (!this.root) return this.refuse(finding('manifest-empty', {}));
    for (const [prefix, line] of this.undeclared) this.findings.add('namespace-undeclared', { prefix }, { line });
    return { root: this.root, namespaces: this.namespaces };
  }

  private open({ local, uri, attributes, ns }: SaxesTagNS): void {
    const element: XmlElement = { name: local, uri, family: familyOf(uri), attributes: [], children: [], text: '', line: this.parser.line };
    for (const attribute of Object.values(attributes)) {
      const declaration = attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
      if (!declaration) element.attributes.push({ name: attribute.local, family: familyOf(attribute.uri), value: attribute.value });
    }
    for (const namespace of Object.values(ns)) this.namespaces.add(namespace);
    this.nodes += 1 + Object.keys(attributes).length;
    const { nodes, depth } = xmlLimits;
    if (this.nodes > nodes) this.refuse(finding('manifest-too-many-nodes', { limit: nodes }, { line: element.line }));
    this.stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.stack.push(element);
    if (this.stack.length > depth) this.refuse(finding('manifest-too-deep', { limit: depth }, { line: element.line }));
  }

  private characters(characters: string): void {
    const element = this.stack.at(-1);
    if (element) element.text += characters;
  }

  private customary(prefix: string): string | undefined {
    if (prefix === '') return undefined; // no default namespace: none is meant
    if (!this.undeclared.has(prefix)) this.undeclared.set(prefix, this.parser.line);
    return customaryNamespace(prefix);
  }

  private fail(message: string): never {
    const { line, column } = this.parser;
    return this.refuse(malformed(message, { line, column, closed: this.closed?.name }));
  }

  private refuse(problem: Finding): never {
    throw new Refusal(problem);
  }
}
