import { launchableItems, type ManifestItem } from '@aula/scorm';

/** Where to go: an item, away from the course, or nowhere. */
export type Going = { to: 'item'; id: string } | { to: 'academy'; suspend: boolean } | { to: 'nowhere' };
export type Step = 'continue' | 'previous';

/** The way through a package without sequencing: its items in the order of the table of contents. */
export class Route {
  private readonly stops: readonly string[];

  constructor(items: readonly ManifestItem[]) {
    this.stops = launchableItems(items).map((item) => item.identifier);
  }

  get length(): number {
    return this.stops.length;
  }

  /** The item one step from `current`; null at the ends. */
  neighbour(current: string | null, step: Step): string | null {
    const at = current === null ? -1 : this.stops.indexOf(current);
    if (at === -1) return step === 'continue' ? (this.stops[0] ?? null) : null;
    return this.stops[at + (step === 'continue' ? 1 : -1)] ?? null;
  }

  has(id: string): boolean {
    return this.stops.includes(id);
  }

  /** What the content asked for with adl.nav.request (SCORM 2004 4th Ed. SN 5.6.3). Null: it asked for nothing that exists here. */
  answer(request: string | null, current: string | null): Going | null {
    if (request === 'continue' || request === 'previous') {
      const id = this.neighbour(current, request);
      return id === null ? { to: 'nowhere' } : { to: 'item', id };
    }
    if (request === 'suspendAll') return { to: 'academy', suspend: true };
    if (request === 'exitAll' || request === 'abandonAll') return { to: 'academy', suspend: false };
    const target = /^\{target=(.+)\}(choice|jump)$/.exec(request ?? '')?.[1];
    return target !== undefined && this.has(target) ? { to: 'item', id: target } : null;
  }
}
