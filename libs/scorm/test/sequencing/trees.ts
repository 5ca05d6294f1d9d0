import {
  activityTree,
  foldSequencing,
  formatRequest,
  initialSequencing,
  navigate,
  parseRequest,
  SequencingView,
  type ActivitySettings,
  type ActivityTree,
  type Outcome,
  type RuntimeRecord,
  type SequencingState,
  type TreeOptions,
} from '../../src/index.js';

type Settings = Omit<ActivitySettings, 'id' | 'title' | 'children'>;

/** An activity of a tree built in code; with children it is a cluster. */
export const activity = (id: string, settings: Settings = {}, ...children: ActivitySettings[]): ActivitySettings => ({
  id,
  title: id,
  ...settings,
  ...(children.length > 0 && { children }),
});

/** A cluster through which one may go by Continue and Previous, and choose. */
export const flowing = (id: string, settings: Settings = {}, ...children: ActivitySettings[]): ActivitySettings =>
  activity(id, { ...settings, sequencingControls: { flow: true, ...settings.sequencingControls } }, ...children);

/** What content reports before it terminates, as data model elements without `cmi.`. */
export type Report = Readonly<Record<string, string>>;

/** A learner in one tree: every step goes through the records that the player writes. */
export class Learner {
  readonly tree: ActivityTree;
  state: SequencingState;
  last: Omit<Outcome, 'state'> | null = null;

  constructor(root: ActivitySettings, options: TreeOptions & { state?: SequencingState; seed?: number } = {}) {
    this.tree = activityTree(root, options);
    this.state = options.state ?? initialSequencing(options.seed ?? 7);
  }

  /** Comes (back): the course starts or is resumed. */
  begin(): this {
    return this.record({ kind: 'nav', element: 'begin' });
  }

  /** The content at the current activity reports and terminates. */
  reports(report: Report = {}): this {
    this.record({ kind: 'init' });
    for (const [name, value] of Object.entries(report))
      this.record({ kind: 'set', element: name.startsWith('adl.') ? name : `cmi.${name}`, value });
    return this.record({ kind: 'term' });
  }

  /** Asks in the words of adl.nav.request. */
  asks(request: string): this {
    return this.record({ kind: 'nav', element: 'request', value: request });
  }

  chooses(id: string): this {
    return this.asks(formatRequest({ kind: 'choice', target: id }));
  }

  get at(): string | null {
    return this.state.current;
  }

  get view(): SequencingView {
    return new SequencingView(this.tree, this.state);
  }

  may(request: string): boolean {
    const parsed = parseRequest(request);
    if (!parsed) throw new Error(`${request} is no request`);
    return this.view.isValid(parsed);
  }

  /** Code of the exception that a request would meet; null when it is followed. */
  refusal(request: string): string | null {
    const parsed = parseRequest(request);
    if (!parsed) throw new Error(`${request} is no request`);
    return navigate(this.tree, this.state, parsed).code;
  }

  /** Ids of what the table of contents offers. */
  get offered(): string[] {
    return [...this.view.contents()].flatMap(([id, { visible, selectable }]) => (visible && selectable ? [id] : []));
  }

  status(id: string): { completed?: boolean; satisfied?: boolean } {
    const { completed, satisfied } = this.view.contents().get(id) ?? {};
    return { ...(completed !== undefined && { completed }), ...(satisfied !== undefined && { satisfied }) };
  }

  private record(draft: Partial<RuntimeRecord> & Pick<RuntimeRecord, 'kind'>): this {
    const before = JSON.stringify(this.state);
    const { state, last } = foldSequencing(this.tree, this.state, [{ seq: 1, scoId: this.state.current ?? '', ...draft }]);
    if (JSON.stringify(this.state) !== before) throw new Error('a fold changed its argument');
    this.state = JSON.parse(JSON.stringify(state)) as SequencingState; // it travels as JSON
    if (draft.kind === 'nav') this.last = last;
    return this;
  }
}
