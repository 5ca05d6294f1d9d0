import { element } from './dom.js';

export interface Choice<T extends string> {
  value: T;
  label: string;
  primary?: boolean;
}

/** Asks one question in a modal dialog. Escape answers with the last choice, which is the one that changes nothing. */
export const ask = <T extends string>(title: string, text: string, choices: readonly Choice<T>[]): Promise<T> =>
  new Promise((resolve) => {
    const buttons = choices.map(({ value, label, primary }) =>
      element('button', { type: 'button', 'data-choice': value, class: primary ? 'primary' : '', onclick: () => close(value) }, label),
    );
    const dialog = element(
      'dialog',
      { 'aria-labelledby': 'question', 'aria-describedby': 'explanation', oncancel: (event) => escaped(event) },
      element('h2', { id: 'question' }, title),
      element('p', { id: 'explanation' }, text),
      element('div', { class: 'choices' }, ...buttons),
    );
    const close = (value: T): void => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const escaped = (event: Event): void => {
      event.preventDefault();
      const last = choices.at(-1);
      if (last) close(last.value);
    };
    document.body.append(dialog);
    dialog.showModal();
  });
