import type { RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import {
  activityTree,
  deriveScoResult,
  foldRecords,
  foldSequencing,
  initialSequencing,
  playedOrganization,
  type CmiState,
  type Manifest,
  type ManifestItem,
  type Organization,
  type SequencingState,
} from '@aula/scorm';
import { Course } from '../../src/player/course.js';
import { FreePath } from '../../src/player/free-path.js';
import type { Draft } from '../../src/player/journal.js';
import { canAsk, SequencedPath, choiceOf, type Control, type Going, type Path } from '../../src/player/path.js';
import { create2004 } from '../../src/player/scorm-2004-api.js';
import { Visit } from '../../src/player/visit.js';

/** Plays a package without a browser: the player's own course, path and visits, and beside them a server that replays the records. */
export class HeadlessLearner {
  item: ManifestItem | null = null;
  visit: Visit | null = null;
  ended = false;
  /** Ends of items at which the player's word was not the server's. */
  readonly differences: string[] = [];
  readonly organization: Organization;
  private course!: Course;
  private path!: Path;
  private request: string | null | undefined;
  /** What the server holds: runtime data and sequencing, folded from the records alone. */
  private scos: CmiState['scos'] = {};
  private sequencing: SequencingState;
  private seq = 0;
  private readonly isGlobal: boolean;

  /** `fromOthers`: objectives that the learner has from other courses. */
  constructor(
    private readonly manifest: Manifest,
    private readonly fromOthers: SequencingState['objectives'] = {},
  ) {
    this.organization = playedOrganization(manifest);
    this.isGlobal = this.organization.objectivesGlobalToSystem;
    this.sequencing = { ...initialSequencing(1), objectives: this.isGlobal ? fromOthers : {} };
  }

  /** Objectives that the learner takes to other courses. */
  get shared(): SequencingState['objectives'] {
    return this.isGlobal ? this.sequencing.objectives : this.fromOthers;
  }

  /** Opens the course, as after a launch from the academy. */
  launch(): void {
    this.ended = false;
    this.seq = 0;
    this.course = new Course(this.leased());
    const { sequencing } = this.course;
    this.path = sequencing
      ? new SequencedPath(sequencing, (element, value) =>
          this.record({ t: 0, kind: 'nav', scoId: this.item?.identifier ?? '', element, value }),
        )
      : new FreePath(this.course.items, null, (item) => this.course.status(item));
    this.item = null;
    this.go(this.path.begin());
  }

  /** Leaves without a word, as by closing the tab. */
  vanish(): void {
    this.visit?.close();
    this.visit = null;
  }

  press(control: Control): boolean {
    return this.ask(control);
  }

  choose(title: string): boolean {
    return this.ask(choiceOf(this.idOf(title)));
  }

  /** Follows what the content asked for with Terminate; true when it led somewhere. */
  afterTerminate(): boolean {
    const { request } = this;
    this.request = undefined;
    return typeof request === 'string' && this.ask(request);
  }

  control(control: Control) {
    return this.path.control(control);
  }

  entry(title: string) {
    return this.path.entries().get(this.idOf(title));
  }

  get entries() {
    return this.path.entries();
  }

  private ask(request: string): boolean {
    if (!this.path.allows(request)) return false;
    this.visit?.close();
    this.visit = null;
    this.go(this.path.follow(request));
    return true;
  }

  private go(going: Going): void {
    this.visit = null;
    this.ended = going.to === 'academy';
    if (going.to !== 'item') return;
    const item = this.course.item(going.id);
    if (!item) throw new Error(`${going.id} is no item`);
    this.item = item;
    this.path.opened(going.id);
    const { course, path } = this;
    if (item.kind === 'sco') {
      const events = {
        record: (draft: Draft) => this.record(draft),
        terminated: (request: string | null) => void (this.request = request),
      };
      const start = { context: course.launch(item, going.beginning), stores: course.stores(item), allows: canAsk(course, path) };
      this.visit = new Visit(
        '2004',
        item.identifier,
        () => 0,
        events,
        (committed) => create2004({ ...start, committed }),
      );
    }
    this.record({ t: 0, kind: 'nav', scoId: item.identifier, element: 'open', value: going.beginning ?? item.kind });
  }

  private record(draft: Draft): void {
    const record: RuntimeRecord = { seq: ++this.seq, ...draft };
    const claim = draft.kind === 'term' && draft.result === 'true' ? this.course.claim(draft) : null;
    this.course.take(record);
    this.scos = foldRecords({ lastSeq: record.seq - 1, scos: this.scos }, [record]).scos;
    if (claim && this.item) {
      const { completion, success, scaled } = deriveScoResult('2004', this.item, this.scos[this.item.identifier]);
      if (JSON.stringify(claim) !== JSON.stringify({ completion, success, scaled })) this.differences.push(this.item.identifier);
    }
    const { activityTree: tree } = this.organization;
    if (tree && this.organization.sequenced) {
      this.sequencing = foldSequencing(
        activityTree(tree, this.organization),
        JSON.parse(JSON.stringify(this.sequencing)) as SequencingState,
        [record],
      ).state;
    }
  }

  private leased(): RuntimeLeased {
    const { items, sequenced, activityTree: tree, objectivesGlobalToSystem, sharedDataGlobalToSystem } = this.organization;
    const untouched = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 } as const;
    return {
      epoch: 1,
      seq: 0,
      standard: 'scorm-2004-4th',
      bothApis: false,
      mode: 'normal',
      learner: { id: 'learner-1', name: 'Pérez, Ana', language: 'es' },
      items,
      scos: this.scos,
      results: {},
      course: untouched,
      current: null,
      sequencing: sequenced && tree ? { tree, objectivesGlobalToSystem, sharedDataGlobalToSystem, state: this.sequencing } : null,
    };
  }

  private idOf(title: string): string {
    if (title === this.organization.title) return this.organization.identifier;
    const { items } = this.organization;
    const found = (list: readonly ManifestItem[]): ManifestItem | undefined =>
      list.find((item) => item.title.trim() === title.trim()) ?? list.flatMap(({ children }) => found(children) ?? [])[0];
    const item = found(items);
    if (!item) throw new Error(`no item is called ${title} (${this.manifest.identifier})`);
    return item.identifier;
  }
}
