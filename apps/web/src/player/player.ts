import type { RuntimeLeased } from '@aula/contracts';
import { launchUrl, type ManifestItem, type ScormVersion } from '@aula/scorm';
import type { Course } from './course.js';
import { element } from './dom.js';
import type { Recorder } from './recorder.js';
import { Route, type Going } from './route.js';
import { createApi, type loadApiClass } from './scorm-api.js';
import type { Control, Shell } from './shell.js';
import type { Texts } from './texts.js';
import { TableOfContents } from './toc.js';
import { Visit } from './visit.js';

type ApiClass = Awaited<ReturnType<typeof loadApiClass>>;

export interface PlayerParts {
  shell: Shell;
  texts: Texts;
  course: Course;
  leased: RuntimeLeased;
  recorder: Recorder;
  /** The API classes that the content may look for, the package's own version first. */
  apis: readonly { version: ScormVersion; Api: ApiClass }[];
  now: () => number;
  /** The content has been taken away and the learner wants to leave. */
  leave(suspend: boolean): void;
}

const globalNames = { '1.2': 'API', '2004': 'API_1484_11' } as const;

/** The running course: opens items one after another, each with its own visit, and follows the learner and the content from one to the next. */
export class Player {
  private readonly route: Route;
  private readonly contents: TableOfContents;
  private current: string | null = null;
  private visits: Visit[] = [];
  /** The player itself is taking the content away: what the content asks for meanwhile is not followed. */
  private moving = false;
  /** An item is open: its visit has begun and has not been left. */
  private shown = false;
  private stopped = false;

  constructor(private readonly parts: PlayerParts) {
    const { course, texts, shell } = parts;
    this.route = new Route(course.items);
    this.contents = new TableOfContents(course.items, texts, (id) => void this.go({ to: 'item', id }, 'choice'));
    shell.start(this.route.length > 1 ? this.contents.element : null);
  }

  start(): void {
    const first = this.parts.leased.current ?? this.route.neighbour(null, 'continue');
    if (first === null) this.parts.shell.page(null, this.parts.texts.chooseItem);
    else this.open(first);
    this.refresh();
  }

  async press(control: Control): Promise<void> {
    if (control === 'suspendAll' || control === 'exit') return this.go({ to: 'academy', suspend: control === 'suspendAll' }, control);
    const id = this.route.neighbour(this.current, control);
    if (id !== null) await this.go({ to: 'item', id }, control);
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
    this.parts.shell.stage.drop();
    this.note(how, 'closed');
  }

  /** Opens again what was shown, after the learner decided to stay. */
  resume(): void {
    this.parts.shell.start(this.route.length > 1 ? this.contents.element : null);
    if (this.current !== null) this.open(this.current);
  }

  private async go(going: Going, why: string): Promise<void> {
    if (this.moving || this.stopped || going.to === 'nowhere') return;
    if (going.to === 'item' && !this.route.has(going.id)) return;
    await this.takeAway(why);
    if (this.stopped) return;
    if (going.to === 'academy') this.parts.leave(going.suspend);
    else this.open(going.id);
  }

  private async takeAway(why: string): Promise<void> {
    this.moving = true;
    const how = this.partingOf(why);
    await this.parts.shell.stage.clear();
    if (how === 'leave') for (const visit of this.visits) visit.close();
    if (this.shown) this.note(how, why);
    this.visits = [];
    this.shown = false;
    this.expose();
    this.moving = false;
  }

  private open(id: string): void {
    const { shell, course, texts } = this.parts;
    const item = course.item(id);
    if (!item) return;
    this.current = id;
    shell.notify(null);
    shell.showContents(false);
    if (item.launch) {
      this.visits = item.kind === 'sco' ? this.visitsOf(item) : [];
      this.expose();
      this.shown = true;
      this.note('open', item.kind);
      shell.stage.show(`/c/${launchUrl(item.launch)}`, item.title);
      shell.stage.element.focus();
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

  private visitsOf(item: ManifestItem): Visit[] {
    const { apis, course, now, recorder } = this.parts;
    const cmi = course.cmi(item);
    return apis.map(
      ({ version, Api }) =>
        new Visit(
          version,
          item.identifier,
          now,
          {
            record: (draft) => {
              recorder.record(draft);
              if (draft.kind !== 'set' || draft.element?.endsWith('status')) this.refresh();
            },
            terminated: (request) => void setTimeout(() => this.afterTerminate(item.identifier, request)),
          },
          (onCommit) => {
            const api = createApi(Api, version === '1.2', onCommit);
            api.loadFromJSON(cmi);
            return api;
          },
        ),
    );
  }

  /** Content that ended by itself is followed where it asked to go; otherwise it stays, since it may show a last page. */
  private afterTerminate(id: string, request: string | null): void {
    if (this.moving || this.stopped || this.current !== id) return;
    const going = this.route.answer(request, id);
    if (going && going.to !== 'nowhere') return void this.go(going, request ?? '');
    const { shell, texts } = this.parts;
    const again = element('button', { type: 'button', onclick: () => void this.go({ to: 'item', id }, 'again') }, texts.again);
    shell.notify(texts.ended, again);
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
    const { course, shell } = this.parts;
    this.contents.update((id) => {
      const item = course.item(id);
      const available = this.route.has(id);
      return { current: id === this.current, available, result: item && item.kind !== 'cluster' ? course.result(item) : null };
    });
    shell.enable('previous', this.route.neighbour(this.current, 'previous') !== null);
    shell.enable('continue', this.route.neighbour(this.current, 'continue') !== null);
  }
}
