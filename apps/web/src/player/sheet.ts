import { element } from './dom.js';

export interface SheetAction {
  value: string;
  label: string;
  primary?: boolean;
  press: () => void;
}

export interface SheetWords {
  title: string;
  lines: readonly string[];
  /** Shown for copying. */
  address?: string;
  /** 0 to 1. */
  progress?: number;
  /** The last one is what Escape does. */
  actions: readonly SheetAction[];
}

/** A modal dialog whose words change while it is open. */
export class Sheet {
  private readonly title = element('h2', { id: 'sheet-title', tabindex: '-1' });
  private readonly body = element('div', { class: 'lines' });
  private readonly bar = element('progress', { max: '1', 'aria-labelledby': 'sheet-title' });
  private readonly buttons = element('div', { class: 'choices' });
  private readonly dialog: HTMLDialogElement;
  private escape: () => void = () => this.close();

  constructor() {
    const escaped = (event: Event): void => {
      event.preventDefault();
      this.escape();
    };
    this.dialog = element('dialog', { 'aria-labelledby': 'sheet-title', oncancel: escaped }, this.title, this.body, this.bar, this.buttons);
  }

  show({ title, lines, address, progress, actions }: SheetWords): void {
    this.title.textContent = title;
    const shown = address === undefined ? [] : [element('p', {}, element('code', {}, address))];
    this.body.replaceChildren(...lines.map((line) => element('p', {}, line)), ...shown);
    this.bar.hidden = progress === undefined;
    this.progress(progress ?? 0);
    this.buttons.replaceChildren(
      ...actions.map(({ value, label, primary, press }) =>
        element('button', { type: 'button', 'data-choice': value, class: primary ? 'primary' : '', onclick: press }, label),
      ),
    );
    this.escape = actions.at(-1)?.press ?? this.escape;
    if (this.dialog.open) return this.title.focus();
    document.body.append(this.dialog);
    this.dialog.showModal();
  }

  progress(done: number): void {
    this.bar.value = done;
  }

  close(): void {
    this.dialog.close();
    this.dialog.remove();
  }
}
