import { launchUrl, type ManifestItem, type ScormVersion, type TimeLimit } from '@aula/scorm';
import { Countdown } from './countdown.js';
import type { Beginning, Course } from './course.js';
import { ask } from './dialog.js';
import { element } from './dom.js';
import type { Draft } from './journal.js';
import { canAsk, choiceOf, controls, type Control, type Going, type Path } from './path.js';
import type { Recorder } from './recorder.js';
import type { CreateApi } from './scorm-api.js';
import type { Shell } from './shell.js';
import { surroundings } from './surroundings.js';
import { filled, type Texts } from './texts.js';
import { TableOfContents } from './toc.js';
import { Visit } from './visit.js';

export interface PlayerParts {
  shell: Shell;
  texts: Texts;
  course: Course;
  path: Path;
  recorder: Recorder;
  /** The APIs that the content may look for, the package's own version first. */
  apis: readonly { version: ScormVersion; create: CreateApi }[];
  now: () => number;
  /** The content has been taken away and the learner wants to leave. */
  leave(suspend: boolean): void;
}

const globalNames = { '1.2': 'API', '2004': 'API_1484_11' } as const;

/** The running course: opens items one after another, each with its own visit, and follows the learner and the content from one to the next. */
export class Player {
  private readonly contents: TableOfContents;
  private current: string | null = null;
  private visits: Visit[] = [];
  /** The player itself is taking the content away: what the content asks for meanwhile is not followed. */
  private moving = false;
  /** An item is open: its visit has begun and has not been left. */
  private shown = false;
  private stopped = false;
  private countdown: Countdown | null = null;

  constructor(private readonly parts: PlayerParts) {
    const { course, texts, shell } = parts;
    this.contents = new TableOfContents(course.entries, texts, (id) => void this.go(choiceOf(id), 'choice'));
    shell.start(this.contents.element);
  }

  start(): void {
    this.arrive(this.parts.path.begin());
  }

  press(control: Control): Promise<void> {
    return this.go(this.parts.path.requestOf(control), control);
  }

  /** The course goes on elsewhere: takes the content away for good. What it still says is recorded and set aside by the server. */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    await this.takeAway('stopped');
    this.parts.shell.stop();
  }

  /** The page is going: lets the content finish now, while its calls can still be recorded. */
  drop(): void {
    if (this.moving || !this.shown) return;
    this.moving = true;
    const how = this.partingOf('closed');
    this.countdown?.stop();
    this.parts.shell.stage.drop();
    this.note(how, 'closed');
  }

  /** Opens again what was shown, after the learner decided to stay. */
  resume(): void {
    const { shell, course, path } = this.parts;
    shell.start(this.contents.element);
    if (course.sequencing) this.arrive(path.begin());
    else if (this.current !== null) this.open(this.current);
  }

  /** Follows a request of the learner or the content; one that would lead nowhere changes nothing. */
  private async go(request: string, why: string): Promise<void> {
    if (this.moving || this.stopped || !this.parts.path.allows(request)) return;
    await this.takeAway(why);
    if (!this.stopped) this.arrive(this.parts.path.follow(request));
  }

  private arrive(going: Going): void {
    const { shell, texts } = this.parts;
    if (going.to === 'academy') return this.parts.leave(going.suspend);
    if (going.to === 'item') return this.open(going.id, going.beginning);
    shell.notify(null);
    shell.page(null, texts.chooseItem);
    shell.showContents(this.contents.useful);
    this.refresh();
  }

  private async takeAway(why: string): Promise<void> {
    this.moving = true;
    const how = this.partingOf(why);
    this.countdown?.stop();
    await this.parts.shell.stage.clear();
    if (how === 'leave') for (const visit of this.visits) visit.close();
    if (this.shown) this.note(how, why);
    this.visits = [];
    this.shown = false;
    this.expose();
    this.moving = false;
  }

  private open(id: string, beginning?: Beginning): void {
    const { shell, course, path, texts } = this.parts;
    const item = course.item(id);
    if (!item) return;
    this.current = id;
    path.opened(id);
    shell.notify(null);
    shell.showContents(false);
    const limit = course.timeLimit(item, beginning);
    if (item.launch && limit?.exit && limit.secondsLeft === 0) {
      shell.page(item.title, texts.timeOver);
    } else if (item.launch) {
      this.visits = item.kind === 'sco' ? this.visitsOf(item, beginning) : [];
      this.expose();
      this.shown = true;
      this.note('open', beginning ?? item.kind);
      shell.stage.show(`/c/${launchUrl(item.launch)}`, item.title);
      shell.stage.element.focus();
      if (limit) this.countdown = this.countdownOf(limit);
    } else if (item.externalUrl !== undefined) {
      const link = element(
        'a',
        { href: item.externalUrl, target: '_blank', rel: 'noopener noreferrer', class: 'button' },
        texts.openExternal,
      );
      shell.page(item.title, texts.external, link);
    }
    this.refresh();
  }

  private countdownOf(limit: TimeLimit): Countdown {
    const { shell, texts, now } = this.parts;
    return new Countdown(
      limit,
      { now, after: (ms, work) => surroundings.after(ms, work) },
      {
        nearlyOver: (minutes) => limit.message && shell.notify(filled(texts.timeLeft, minutes)),
        over: () => (limit.exit ? void this.expire(limit.message) : shell.notify(texts.timeOver)),
      },
    );
  }

  /** The time is up: first the content goes, then the learner is told. */
  private async expire(message: boolean): Promise<void> {
    if (this.moving || this.stopped) return;
    const { path, texts } = this.parts;
    await this.takeAway('time-up');
    if (message) await ask(texts.timeOver, texts.timeOverText, [{ value: 'ok', label: texts.understood, primary: true }]);
    if (!this.stopped) this.arrive(path.expire());
  }

  private visitsOf(item: ManifestItem, beginning?: Beginning): Visit[] {
    const { apis, course, path, now, recorder } = this.parts;
    const start = { context: course.launch(item, beginning), stores: course.stores(item), allows: canAsk(course, path) };
    const events = {
      record: (draft: Draft) => {
        recorder.record(draft);
        if (draft.kind !== 'set' || draft.element?.endsWith('status')) this.refresh();
      },
      terminated: (request: string | null) => void setTimeout(() => this.afterTerminate(item.identifier, request)),
    };
    return apis.map(
      ({ version, create }) => new Visit(version, item.identifier, now, events, (committed) => create({ ...start, committed })),
    );
  }

  /** Content that ended by itself is followed where it asked to go; otherwise it stays, since it may show a last page. */
  private afterTerminate(id: string, request: string | null): void {
    if (this.moving || this.stopped || this.current !== id) return;
    const { path, shell, texts } = this.parts;
    if (request !== null && path.allows(request)) return void this.go(request, request);
    this.countdown?.stop();
    const again = choiceOf(id);
    const button = element('button', { type: 'button', onclick: () => void this.go(again, 'again') }, texts.again);
    shell.notify(texts.ended, ...(path.allows(again) ? [button] : []));
    this.refresh();
  }

  /**
   * Content that says nothing is completed by being left. So it counts as left only when it was there to be seen; a pause, a closed
   * tab and a take-over end no visit of content that is still at work.
   */
  private partingOf(why: string): 'leave' | 'suspend' {
    const begun = this.visits.some((visit) => visit.begun);
    if (why === 'suspendAll' || why === 'stopped' || (why === 'closed' && begun)) return 'suspend';
    return begun || this.parts.shell.stage.loaded ? 'leave' : 'suspend';
  }

  private note(what: 'open' | 'leave' | 'suspend', why: string): void {
    const { recorder, now } = this.parts;
    recorder.record({ t: now(), kind: 'nav', scoId: this.current ?? '', element: what, value: why });
  }

  private expose(): void {
    const page = window as unknown as Record<string, unknown>;
    for (const name of Object.values(globalNames)) delete page[name];
    this.visits.forEach((visit, at) => {
      const api = this.parts.apis[at];
      if (api) page[globalNames[api.version]] = visit.exposed;
    });
  }

  private refresh(): void {
    const { course, path, shell } = this.parts;
    const entries = path.entries();
    if (course.sequencing) this.contents.arrange([...entries.keys()]);
    this.contents.update((id) => {
      const item = course.item(id);
      const { visible, available } = entries.get(id) ?? { visible: !course.sequencing, available: false };
      return { current: id === this.current, visible, available, result: item && item.kind !== 'cluster' ? course.result(item) : null };
    });
    shell.offerContents(this.contents.useful);
    for (const control of controls) shell.set(control, path.control(control));
  }
}
