import type { Language } from '@aula/contracts';
import { element } from './dom.js';
import { controls, type Control, type ControlState } from './path.js';
import type { SaveState } from './save-state.js';
import { Stage } from './stage.js';
import { dated, filled, type Texts } from './texts.js';
import type { Times } from './times.js';

/** States of saving that are told aloud. */
const aloud: ReadonlySet<SaveState['state']> = new Set(['offline', 'refused', 'withdrawn', 'aside', 'frozen'] as const);

/** The frame around the content: title, state of saving, controls, table of contents. Knows no SCORM. */
export class Shell {
  readonly stage = new Stage();
  private readonly title = element('h1');
  private readonly save = element('p', { class: 'save' }, element('span', { class: 'dot', 'aria-hidden': 'true' }), element('span'));
  private readonly until = element('p', { class: 'until', hidden: true });
  private readonly announcer = element('p', { class: 'announce', role: 'status', 'aria-live': 'polite' });
  private readonly notice = element('div', { class: 'notice', role: 'status', hidden: true });
  private readonly contents = element('nav', { class: 'contents', id: 'contents', hidden: true });
  private readonly toggle: HTMLButtonElement;
  private readonly steps: HTMLElement;
  private readonly leave: HTMLElement;
  private readonly moreLabel = element('summary');
  private readonly more: HTMLDetailsElement;
  private readonly keep = element('button', { type: 'button', 'data-nav': 'keep', hidden: true });
  private readonly buttons: Record<Control, HTMLButtonElement>;
  private texts: Texts;
  private times: Times | null = null;
  private last: SaveState['state'] | null = null;
  private waited = false;
  /** ms; when everything of this visit had last arrived. */
  private savedAt: number | null = null;

  constructor(texts: Texts, press: (control: Control) => void) {
    this.texts = texts;
    const button = (control: Control): HTMLButtonElement =>
      element('button', { type: 'button', 'data-nav': control, onclick: (event) => pressed(event, control) });
    const pressed = (event: Event, control: Control): void => {
      const target = event.currentTarget as HTMLElement;
      if (target.getAttribute('aria-disabled') !== 'true') press(control);
    };
    this.buttons = Object.fromEntries(controls.map((control) => [control, button(control)])) as Record<Control, HTMLButtonElement>;
    this.toggle = element('button', {
      type: 'button',
      class: 'toggle',
      hidden: true,
      'aria-controls': 'contents',
      onclick: () => this.showContents(),
    });
    this.steps = element('div', { class: 'steps', hidden: true }, this.buttons.previous, this.buttons.continue);
    const { suspendAll, exit, exitAll, abandon, abandonAll } = this.buttons;
    this.more = element('details', { class: 'more', hidden: true }, this.moreLabel, element('div', {}, this.keep, abandon, abandonAll));
    this.leave = element('div', { class: 'leave', hidden: true }, suspendAll, exit, exitAll, this.more);
    this.save.hidden = true;
    const bar = element('header', {}, this.toggle, this.title, this.save, this.until, this.leave);
    const middle = element('div', { class: 'middle' }, this.contents, element('div', { class: 'lesson' }, this.notice, this.stage.element));
    document.body.append(element('div', { class: 'player' }, bar, middle, this.steps), this.announcer);
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.showContents(false));
  }

  /** Sets language and title; the page speaks it from here on. */
  speak(language: Language, texts: Texts, title: string): void {
    this.texts = texts;
    document.documentElement.lang = language;
    document.title = title;
    this.title.textContent = title;
    for (const control of controls) this.buttons[control].textContent = texts[control];
    this.moreLabel.textContent = texts.more;
    this.toggle.textContent = texts.contents;
    this.contents.setAttribute('aria-label', texts.contents);
    this.stage.element.setAttribute('aria-label', texts.lesson);
  }

  /** Tells times of this course: until when it is open, and when the work was saved. Null: there is no end. */
  tellTimes(times: Times, closesAt: string | null): void {
    this.times = times;
    this.until.hidden = closesAt === null;
    this.until.textContent = closesAt === null ? '' : dated(this.texts.openUntil, times.day(closesAt));
  }

  /** Shows the controls of a running course. */
  start(contents: HTMLElement): void {
    this.leave.hidden = this.save.hidden = false;
    this.contents.replaceChildren(contents);
    this.showContents(false);
  }

  /** Offers to keep the course on this device, or says that it is. */
  offerKeeping(label: string, press: () => void): void {
    this.keep.textContent = label;
    this.keep.onclick = () => {
      this.more.open = false;
      press();
    };
    this.keep.hidden = this.more.hidden = false;
  }

  /** A course of one part has no table of contents, nor has one that allows no choice. */
  offerContents(offered: boolean): void {
    this.toggle.hidden = this.contents.hidden = !offered;
    if (!offered) this.showContents(false);
  }

  /** Hides what no longer works once the course stopped here. */
  stop(): void {
    this.leave.hidden = this.steps.hidden = this.toggle.hidden = this.contents.hidden = true;
    this.notify(null);
  }

  set(control: Control, state: ControlState): void {
    const { previous, continue: next, exit, exitAll, abandon, abandonAll } = this.buttons;
    const button = this.buttons[control];
    button.hidden = state === 'hidden';
    button.setAttribute('aria-disabled', String(state !== 'enabled'));
    this.steps.hidden = previous.hidden && next.hidden;
    this.more.hidden = abandon.hidden && abandonAll.hidden && this.keep.hidden;
    // beside a control that ends the course, Exit ends the part alone
    exit.textContent = exitAll.hidden ? this.texts.exitAll : this.texts.exit;
  }

  /** On a narrow screen the table of contents lies over the content and opens on request; on a wide one it is always there. */
  showContents(open = !document.body.classList.contains('contents-open')): void {
    document.body.classList.toggle('contents-open', open);
    this.toggle.setAttribute('aria-expanded', String(open));
    this.toggle.textContent = open ? this.texts.closeContents : this.texts.contents;
  }

  /** Tells the state of saving; aloud only when it matters, since it changes with every click. */
  tell({ state, waiting, aside }: SaveState, unrecorded: 'unrecorded' | 'review'): void {
    const key = state === 'device' ? 'saving' : state === 'unrecorded' ? unrecorded : state;
    if (state === 'saved' && this.waited) this.savedAt = Date.now();
    this.waited = waiting > 0;
    const saved = state === 'saved' && this.savedAt !== null && this.times;
    const words = saved
      ? dated(this.texts.savedAt, saved.clock(this.savedAt ?? 0))
      : filled(this.texts[key], state === 'aside' ? aside : waiting);
    this.save.dataset['saveState'] = state;
    this.save.dataset['waiting'] = String(waiting);
    const text = this.save.lastElementChild;
    if (text && text.textContent !== words) text.textContent = words;
    if (state !== this.last) {
      if (aloud.has(state)) this.announce(words);
      if (state === 'saved' && this.last === 'offline') this.announce(this.texts.backOnline);
    }
    // What lies between "no connection" and "saved" is not worth a word.
    if (!(this.last === 'offline' && (state === 'device' || state === 'memory'))) this.last = state;
  }

  announce(words: string): void {
    this.announcer.textContent = words;
  }

  /** A line above the content; null takes it away. */
  notify(words: string | null, ...actions: HTMLElement[]): void {
    this.notice.hidden = words === null;
    this.notice.replaceChildren(...(words === null ? [] : [element('span', {}, words), ...actions]));
  }

  /** A page with a heading, a sentence and ways on, instead of the content. */
  page(title: string | null, text: string, ...actions: HTMLElement[]): void {
    const heading = title === null ? [] : [element('h2', {}, title)];
    this.stage.panel(...heading, element('p', {}, text), ...actions);
  }
}
