import type { StoreLaunch } from '../sequencing/view.js';
import { childrenOf, containers, elements, lists, type Element } from './elements.js';
import type { ErrorCode } from './errors.js';
import { isAdmitted, patternAsRead } from './interaction.js';
import { placeOf, type Place } from './place.js';

/** What content finds when its visit begins. */
export interface DataModelStart {
  /** Values by element; lists have no gaps. They are taken as they are: earlier visits were judged when they wrote them. */
  values: Readonly<Record<string, string>>;
  /** Shared data stores of the activity, in the order of adl.data. */
  stores?: readonly StoreLaunch[];
  /** Whether a navigation request (in the words of adl.nav.request) would be followed now; undefined: nobody can tell. */
  allows?: (request: string) => boolean | undefined;
}

export interface Reading {
  value: string;
  error: ErrorCode;
}

const refused = (error: ErrorCode): Reading => ({ value: '', error });
const read = (value: string): Reading => ({ value, error: 0 });
const keywords = /^(.*)\.(_children|_count|_version)$/s;
const correctPattern = 'cmi.interactions.n.correct_responses.n.pattern';
const validity = /^adl\.nav\.request_valid(?:\.|$)/;

/**
 * The data model of one visit: SCORM 2004 4th Ed. RTE 4 and SN 5.6 as a table of elements (`elements.ts`) and the rules between them.
 * Error codes are those of RTE 3.1.7.
 */
export class DataModel {
  private readonly values: Map<string, string>;
  private readonly counts = new Map<string, number>();
  private readonly stores: readonly StoreLaunch[];

  constructor(private readonly start: DataModelStart) {
    this.stores = start.stores ?? [];
    this.values = new Map(Object.entries(start.values));
    this.stores.forEach(({ id, value }, at) => {
      this.values.set(`adl.data.${at}.id`, id);
      if (value !== undefined) this.values.set(`adl.data.${at}.store`, value);
    });
    this.count();
  }

  get(name: string): Reading {
    if (name === '') return refused(301);
    const [, part, keyword] = keywords.exec(name) ?? [];
    if (part !== undefined) return this.keyword(part, keyword ?? '');
    if (validity.test(name)) return this.validity(name);
    const place = placeOf(name);
    const element = elements.get(place.element);
    if (!element) return refused(401);
    if (element.access === 'w') return refused(405);
    if (!this.exists(place)) return refused(301);
    if (place.element === 'adl.data.n.store') return this.store(place, name);
    const value = this.values.get(name) ?? element.initially;
    if (value === undefined) return refused(403);
    return read(place.element === correctPattern ? patternAsRead(this.interaction(place), value) : value);
  }

  /** Sets a value. Returns 0, or why it was refused; then nothing has changed. */
  set(name: string, value: string): ErrorCode {
    const place = placeOf(name);
    const element = elements.get(place.element);
    const error = element ? this.barrier(place, element, name, value) : this.undefinedElement(name);
    if (error !== 0) return error;
    this.values.set(name, value);
    for (const { list, index } of place.steps) this.counts.set(list, Math.max(this.counts.get(list) ?? 0, index + 1));
    return 0;
  }

  /** The value of an element as it stands, readable or not. */
  peek(name: string): string | undefined {
    return this.values.get(name) ?? elements.get(name)?.initially;
  }

  private keyword(part: string, keyword: string): Reading {
    const place = placeOf(part);
    if (!elements.has(place.element) && !containers.has(place.element)) return refused(validity.test(part) ? 301 : 401);
    if (keyword === '_version') return part === 'cmi' ? read('1.0') : refused(301);
    if (!this.exists(place)) return refused(301);
    if (keyword === '_count') return lists.has(place.element) ? read(String(this.counts.get(part) ?? 0)) : refused(301);
    const children = childrenOf.get(place.element);
    return children === undefined ? refused(301) : read(children);
  }

  private validity(name: string): Reading {
    const [, plain, kind, target] =
      /^adl\.nav\.request_valid\.(?:(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll)|(choice|jump)\.\{target=(.+)\})$/s.exec(
        name,
      ) ?? [];
    if (plain === undefined && kind === undefined) return refused(/\.(?:choice|jump)(?:\.|$)/.test(name) ? 301 : 401);
    const allowed = this.start.allows?.(plain ?? `{target=${target}}${kind}`);
    return read(allowed === undefined ? 'unknown' : String(allowed));
  }

  /** A store that is empty has no value, as content that finds none expects. RTE 4.3.1. */
  private store({ steps: [step] }: Place, name: string): Reading {
    if (!this.stores[step?.index ?? -1]?.readable) return refused(405);
    const value = this.values.get(name) ?? '';
    return value === '' ? refused(403) : read(value);
  }

  private undefinedElement(name: string): ErrorCode {
    if (name === '') return 351;
    const [, part = ''] = keywords.exec(name) ?? [];
    const { element } = placeOf(part);
    return elements.has(element) || containers.has(element) || /^adl\.nav\.request_valid\../.test(name) ? 404 : 401;
  }

  /** Why a value cannot be set: first the element, then its place, then what it depends on, then the value. */
  private barrier(place: Place, element: Element, name: string, value: string): ErrorCode {
    if (element.access === 'r') return 404;
    const { steps } = place;
    const beyond = steps.findIndex(({ list, index }) => index >= (this.counts.get(list) ?? 0));
    const [first, second] = steps;
    if (first && first.index > (this.counts.get(first.list) ?? 0)) return 351;
    if (place.element === 'adl.data.n.store' && first) {
      if (beyond === 0) return 351;
      if (!this.stores[first.index]?.writable) return 404;
    }
    if (first && element.needs?.some((field) => !this.values.has(`${first.list}.${first.index}.${field}`))) return 408;
    if (second && second.index > (this.counts.get(second.list) ?? 0)) return 351;
    return this.conflict(place, name, value) ?? element.type(value, this.interaction(place));
  }

  /** Rules between values: what is written once, what has to be unique. Null: none is broken. */
  private conflict({ element, steps }: Place, name: string, value: string): ErrorCode | null {
    const { list = '', index = 0 } = steps.at(-1) ?? {};
    if (element === 'cmi.objectives.n.id' && this.values.has(name)) return this.values.get(name) === value ? 0 : 351;
    if (element === 'cmi.objectives.n.id' || element === 'cmi.interactions.n.objectives.n.id') {
      return this.others(list, index, 'id').includes(value) ? 351 : null;
    }
    if (element !== correctPattern) return null;
    const interaction = this.interaction({ element, steps });
    return isAdmitted(interaction, value, index, this.others(list, index, 'pattern')) ? null : 351;
  }

  private others(list: string, index: number, field: string): string[] {
    const count = this.counts.get(list) ?? 0;
    return Array.from({ length: count }, (_, at) => (at === index ? undefined : this.values.get(`${list}.${at}.${field}`))).filter(
      (value) => value !== undefined,
    );
  }

  private interaction({ element, steps: [step] }: Place): string {
    return step && element.startsWith('cmi.interactions.') ? (this.values.get(`${step.list}.${step.index}.type`) ?? '') : '';
  }

  private exists({ steps }: Place): boolean {
    return steps.every(({ list, index }) => index < (this.counts.get(list) ?? 0));
  }

  /** Lists end where an entry is missing. */
  private count(): void {
    const entries = new Map<string, Set<number>>();
    for (const name of this.values.keys()) {
      for (const { list, index } of placeOf(name).steps) entries.set(list, (entries.get(list) ?? new Set()).add(index));
    }
    for (const [list, indices] of entries) {
      let count = 0;
      while (indices.has(count)) count++;
      this.counts.set(list, count);
    }
  }
}
