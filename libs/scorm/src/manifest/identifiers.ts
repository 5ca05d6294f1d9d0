import { attribute } from './element.js';
import type { Findings } from './findings.js';
import type { XmlElement } from './xml.js';

/** Hands out identifiers that are unique within one kind of element; missing and repeated ones are given anew and reported. */
export class Identifiers {
  private readonly taken = new Set<string>();
  private readonly lastNumber = new Map<string, number>(); // remembered, or a thousand namesakes would cost a million looks

  constructor(private readonly findings: Findings) {}

  /** The element's own identifier, else `name~2` for the second of a name, `item~1` for the first without one. */
  of(element: XmlElement): string {
    const kind = element.name.toLowerCase();
    const stated = attribute(element, 'identifier');
    const given = stated !== '' && !this.taken.has(stated) ? stated : this.numbered(stated || kind, stated === '' ? 0 : 1);
    this.taken.add(given);
    const place = { line: element.line };
    if (stated === '') this.findings.add('identifier-missing', { element: kind, given }, place);
    else if (given !== stated) this.findings.add('identifier-duplicate', { identifier: stated, given }, place);
    return given;
  }

  private numbered(name: string, after: number): string {
    let number = this.lastNumber.get(name) ?? after;
    do number += 1;
    while (this.taken.has(`${name}~${number}`));
    this.lastNumber.set(name, number);
    return `${name}~${number}`;
  }
}

const naming = new Set(['identifier', 'objectiveid', 'targetobjectiveid', 'targetid']);
const mostBytes = 1_000;

/** Reports names that are longer than anything that is to be found by them could bear: what learners do is kept under them. */
export function reportLongIdentifiers(element: XmlElement, findings: Findings): void {
  for (const { name, value } of element.attributes)
    if (value.length > mostBytes / 3 && naming.has(name.toLowerCase()) && new TextEncoder().encode(value).length > mostBytes)
      findings.add('identifier-too-long', { identifier: value.slice(0, 60), limit: mostBytes }, { line: element.line });
  for (const child of element.children) reportLongIdentifiers(child, findings);
}
