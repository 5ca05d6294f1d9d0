import { launchableItems, meetsPrerequisites, type ManifestItem } from '@aula/scorm';
import { choiceOf, type Control, type ControlState, type EntryState, type Going, type Path } from './path.js';

/** What an item has come to, in the words of cmi.core.lesson_status. */
export type StatusOf = (item: ManifestItem) => string;

/** The way through a package without sequencing: its items in the order of the table of contents, as far as their prerequisites allow. */
export class FreePath implements Path {
  private readonly stops: readonly ManifestItem[];
  private current: string | null = null;

  constructor(
    items: readonly ManifestItem[],
    private readonly first: string | null,
    private readonly statusOf: StatusOf,
  ) {
    this.stops = launchableItems(items);
  }

  /** Where it was left; a course that was gone through before and has no such place lets the learner choose. */
  begin(): Going {
    const begun = this.stops.some((item) => this.statusOf(item) !== 'not attempted');
    const first = this.stops.find((item) => (this.first === null ? !begun && this.isOpen(item) : item.identifier === this.first));
    return first ? { to: 'item', id: first.identifier } : { to: 'choice' };
  }

  /** Whoever leaves leaves the course; a part that ends by itself (`exit`) stays, since it may show a last page. */
  requestOf(control: Control): string {
    return control === 'exit' ? 'exitAll' : control;
  }

  allows(request: string): boolean {
    return this.answer(request) !== null;
  }

  follow(request: string): Going {
    return this.answer(request) ?? { to: 'choice' };
  }

  opened(id: string): void {
    this.current = id;
  }

  expire(): Going {
    return this.stops.length > 1 ? { to: 'choice' } : { to: 'academy', suspend: false };
  }

  control(control: Control): ControlState {
    if (control === 'exitAll' || control === 'abandon' || control === 'abandonAll') return 'hidden';
    if (this.stops.length < 2 && (control === 'continue' || control === 'previous')) return 'hidden';
    return this.allows(this.requestOf(control)) ? 'enabled' : 'disabled';
  }

  entries(): ReadonlyMap<string, EntryState> {
    return new Map(this.stops.map((item) => [item.identifier, { visible: true, available: this.isOpen(item) }]));
  }

  private answer(request: string): Going | null {
    if (request === 'continue' || request === 'previous') {
      const item = this.neighbour(request);
      return item ? { to: 'item', id: item.identifier } : null;
    }
    if (request === 'suspendAll') return { to: 'academy', suspend: true };
    if (request === 'exitAll' || request === 'abandonAll') return { to: 'academy', suspend: false };
    const item = this.stops.find(({ identifier }) => [choiceOf(identifier), `{target=${identifier}}jump`].includes(request));
    return item && this.isOpen(item) ? { to: 'item', id: item.identifier } : null;
  }

  /** The next item in that direction that is open to the learner. */
  private neighbour(step: 'continue' | 'previous'): ManifestItem | undefined {
    const at = this.stops.findIndex(({ identifier }) => identifier === this.current);
    if (step === 'continue') return this.stops.slice(at + 1).find((item) => this.isOpen(item));
    return at < 0 ? undefined : this.stops.slice(0, at).findLast((item) => this.isOpen(item));
  }

  /** SCORM 1.2 CAM 2.3.2.5.1 (prerequisites). */
  private isOpen({ prerequisites }: ManifestItem): boolean {
    return prerequisites === undefined || meetsPrerequisites(prerequisites, (id) => this.status(id));
  }

  private status(id: string): string | undefined {
    const item = this.stops.find(({ identifier }) => identifier === id);
    return item && this.statusOf(item);
  }
}
