import type { RuntimeResult } from '@aula/contracts';
import type { ManifestItem } from '@aula/scorm';
import { element } from './dom.js';
import { markOf } from './mark.js';
import type { Texts } from './texts.js';

/** What the table of contents shows of one entry. */
export interface EntryState {
  current: boolean;
  visible: boolean;
  available: boolean;
  result: RuntimeResult | null;
}

/** The table of contents: the visible items as a nested list, one button each. */
export class TableOfContents {
  readonly element: HTMLElement;
  /** There is something to choose from. */
  useful = false;
  private order = '';
  /** The place of each item, entries and what only holds others. */
  private readonly places = new Map<string, HTMLElement>();
  private readonly entries = new Map<string, { button: HTMLButtonElement; mark: HTMLElement; leaf: boolean }>();

  constructor(
    items: readonly ManifestItem[],
    private readonly texts: Texts,
    private readonly choose: (id: string) => void,
  ) {
    this.element = this.list(items);
  }

  update(stateOf: (id: string) => EntryState): void {
    const states = [...this.entries.keys()].map((id) => [id, stateOf(id)] as const);
    const shown = states.filter(([, { visible }]) => visible);
    const parts = shown.filter(([id]) => this.entries.get(id)?.leaf);
    this.useful = parts.length > 1 || shown.some(([, { available, current }]) => available && !current);
    for (const [id, { current, visible, available, result }] of states) {
      const { button, mark } = this.entries.get(id)!;
      button.hidden = !visible;
      button.setAttribute('aria-disabled', String(!available));
      if (current) button.setAttribute('aria-current', 'page');
      else button.removeAttribute('aria-current');
      const word = markOf(result);
      mark.textContent = word ? this.texts[word] : '';
      mark.dataset['mark'] = word ?? '';
    }
  }

  /** Puts the entries in order: all items of the course, each after the one that holds it. */
  arrange(ids: readonly string[]): void {
    const order = ids.join('\n');
    if (order === this.order) return;
    this.order = order;
    const focused = document.activeElement;
    for (const id of ids) {
      const place = this.places.get(id);
      place?.parentElement?.append(place);
    }
    if (focused instanceof HTMLElement && this.element.contains(focused)) focused.focus();
  }

  private list(items: readonly ManifestItem[]): HTMLElement {
    return element('ul', {}, ...items.flatMap((item) => this.entry(item)));
  }

  /** An invisible item is left out with its entry, while what lies below it stays (SCORM 2004 4th Ed. CAM 3.4.1.8). */
  private entry(item: ManifestItem): HTMLElement[] {
    const below = item.children.length > 0 ? [this.list(item.children)] : [];
    if (!item.visible) return below.length > 0 ? [this.place(item, ...below)] : [];
    const mark = element('span', { class: 'mark' });
    const button = element(
      'button',
      {
        type: 'button',
        'data-activity': item.identifier,
        'aria-disabled': 'true',
        onclick: (event) => this.chosen(item.identifier, event),
      },
      element('span', { class: 'name' }, item.title || item.identifier),
      mark,
    );
    this.entries.set(item.identifier, { button, mark, leaf: item.children.length === 0 });
    return [this.place(item, button, ...below)];
  }

  private place({ identifier }: ManifestItem, ...parts: HTMLElement[]): HTMLElement {
    const place = element('li', {}, ...parts);
    this.places.set(identifier, place);
    return place;
  }

  private chosen(id: string, { currentTarget }: Event): void {
    if ((currentTarget as HTMLElement).getAttribute('aria-disabled') === 'false') this.choose(id);
  }
}
