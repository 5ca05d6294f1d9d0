import type { Findings } from './findings.js';
import type { Family } from './namespaces.js';
import type { XmlElement } from './xml.js';

// Names are compared without case: SCORM 1.2 tools write `scormtype`, `scormType`, `identifierRef` and worse.
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Child elements of one name. Elements without any namespace pass for IMS Content Packaging. */
export function childrenOf(element: XmlElement, family: Family, name: string): XmlElement[] {
  return element.children.filter((child) => same(child.name, name) && belongs(child.family, family));
}

export function childOf(element: XmlElement, family: Family, name: string): XmlElement | undefined {
  return childrenOf(element, family, name)[0];
}

const belongs = (actual: Family, wanted: Family) => actual === wanted || (actual === 'none' && wanted === 'imscp');

/** An attribute without prefix; '' when it is absent. */
export function attribute(element: XmlElement, name: string): string {
  return attributeIn(element, 'none', name);
}

/** An attribute of a namespace family (`none`: without prefix); '' when it is absent. Surrounding space is dropped. */
export function attributeIn(element: XmlElement, family: Family, name: string): string {
  return element.attributes.find((each) => each.family === family && same(each.name, name))?.value.trim() ?? '';
}

/**
 * An identifier of type xs:anyURI: `%20` is a space, and spaces at its ends or in a row mean nothing, so that two spellings are one
 * identifier. XML Schema 2, 3.2.17; SCORM 2004 4th Ed. CAM 5.1.7 (objectiveID, targetObjectiveID, referencedObjective).
 */
export function identifierIn(element: XmlElement, name: string): string {
  return attribute(element, name)
    .replaceAll(/(%20|\s)+/g, ' ')
    .trim();
}

/** The character data of an element in one line; '' when there is none. */
export function textOf(element: XmlElement | undefined): string {
  return element?.text.replaceAll(/\s+/g, ' ').trim() ?? '';
}

/** Reads typed attributes and texts; a value of the wrong form becomes undefined and a `value-invalid` finding. */
export class ValueReader {
  constructor(private readonly findings: Findings) {}

  boolean(element: XmlElement, name: string): boolean | undefined {
    const value = attribute(element, name);
    if (value === '') return undefined;
    if (/^(true|1)$/i.test(value)) return true;
    if (/^(false|0)$/i.test(value)) return false;
    return this.invalid(element, name, value);
  }

  /** A decimal within `[least, most]`. */
  number(element: XmlElement, name: string, least: number, most: number): number | undefined {
    return this.inRange(element, name, attribute(element, name), least, most);
  }

  /** The same, from an element's text. */
  numberText(element: XmlElement | undefined, least: number, most: number): number | undefined {
    return element && this.inRange(element, element.name, textOf(element), least, most);
  }

  /** One word of a list, compared without case and returned as the list has it. */
  word<W extends string>(element: XmlElement, name: string, words: readonly W[]): W | undefined {
    const value = attribute(element, name);
    return value === '' ? undefined : this.oneOf(element, name, value, words);
  }

  oneOf<W extends string>(element: XmlElement, name: string, value: string, words: readonly W[]): W | undefined {
    return words.find((word) => same(word, value)) ?? this.invalid(element, name, value);
  }

  /** A text that `accept` understands. */
  checked(element: XmlElement, name: string, value: string, accept: (value: string) => boolean): string | undefined {
    if (value === '') return undefined;
    return accept(value) ? value : this.invalid(element, name, value);
  }

  invalid(element: XmlElement, name: string, value: string): undefined {
    this.findings.add('value-invalid', { element: name, value: value.slice(0, 200) }, { line: element.line });
    return undefined;
  }

  private inRange(element: XmlElement, name: string, value: string, least: number, most: number): number | undefined {
    if (value === '') return undefined;
    const number = /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? number : this.invalid(element, name, value);
  }
}
