import { element } from './dom.js';
import { drainAll } from './hand-in.js';
import type { Journal } from './journal.js';
import type { Opening } from './opening.js';
import { Refusal } from './protocol.js';

/** Hands in what earlier visits left. Asks again for as long as the line is gone. */
export const drain = async (opening: Opening, journal: Journal): Promise<void> => {
  const { shell, texts } = opening;
  if (journal.epochs().length === 0) return;
  shell.page(null, texts.sendingEarlier);
  const drained = await drainAll(opening, journal, false);
  if (drained === 'refused' || drained === 'withdrawn') throw new Refusal('content.token-refused', texts.codeText);
  if (drained !== 'no-line') return;
  await pressed(opening, texts.tryAgain);
  return drain(opening, journal);
};

/** Says that there is no line and waits for the press. */
const pressed = ({ shell, texts }: Opening, label: string): Promise<void> =>
  new Promise((resolve) =>
    shell.page(texts.lineTitle, texts.lineText, element('button', { type: 'button', class: 'primary', onclick: () => resolve() }, label)),
  );
