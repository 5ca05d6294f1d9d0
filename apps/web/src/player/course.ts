import type { RuntimeClaim, RuntimeLeased, RuntimeRecord, RuntimeResult } from '@aula/contracts';
import {
  deriveScoResult,
  firstToOpen,
  foldRecords,
  itemsOf,
  type CmiState,
  type LaunchContext,
  type ManifestItem,
  type ScormVersion,
  type ScoState,
  type StoreLaunch,
  timeLimit,
  type TimeLimit,
  whereabouts,
} from '@aula/scorm';
import { OpenTime } from './open-time.js';
import { SequencedCourse } from './sequenced-course.js';

/** How a visit begins in a sequenced course: with a new attempt on its activity, or with one that was suspended. */
export type Beginning = 'anew' | 'resumed';

/** The runtime data of the attempt as this device knows them: the server's at the lease, and every record since, folded by the same functions. */
export class Course {
  readonly version: ScormVersion;
  readonly items: readonly ManifestItem[];
  /** Null: the items are gone through freely. */
  readonly sequencing: SequencedCourse | null;
  private state: CmiState;
  private readonly openTime: OpenTime;
  private unfolded: RuntimeRecord[] = [];
  private readonly byId: ReadonlyMap<string, ManifestItem>;
  private open: string | null;
  private seq: number;

  constructor(private readonly leased: RuntimeLeased) {
    this.version = leased.standard === 'scorm-1.2' ? '1.2' : '2004';
    // All were written by the same lib on the server and travel as JSON.
    this.items = leased.items as ManifestItem[];
    this.seq = leased.seq;
    this.state = { lastSeq: leased.seq, scos: leased.scos as Record<string, ScoState> };
    this.byId = new Map(itemsOf(this.items).map((item) => [item.identifier, item]));
    this.sequencing = leased.sequencing && new SequencedCourse(leased.sequencing);
    this.open = leased.current;
    this.openTime = new OpenTime(leased.openSeconds);
  }

  /** What the table of contents lists. In a sequenced course the organization itself can be chosen, too. */
  get entries(): readonly ManifestItem[] {
    const root = this.sequencing?.tree.root;
    return root ? [{ identifier: root.id, title: root.title, visible: true, kind: 'cluster', children: [...this.items] }] : this.items;
  }

  item(id: string): ManifestItem | undefined {
    return this.byId.get(id);
  }

  take(record: RuntimeRecord): void {
    this.unfolded.push(record);
    this.sequencing?.take(record);
    this.openTime.take(record);
    this.open = whereabouts(this.open, [record]).open;
    this.seq = record.seq;
  }

  /** What a lease would give out now, by what this device knows: with it the course goes on here. */
  standing(): RuntimeLeased {
    const { scos } = this.folded();
    const { sequencing, results } = this.leased;
    const known = [...this.byId.values()].filter(({ identifier }) => scos[identifier]);
    const now = Object.fromEntries(known.map((item) => [item.identifier, this.result(item)]));
    return {
      ...this.leased,
      seq: this.seq,
      scos,
      results: { ...results, ...now },
      ...(this.leased.openSeconds && { openSeconds: this.openTime.standing }),
      current: this.sequencing ? null : firstToOpen(this, this.open, now),
      sequencing: sequencing && { ...sequencing, state: this.sequencing?.standing },
      restored: null,
    };
  }

  /** What the next visit of `item` starts with. */
  launch(item: ManifestItem, beginning?: Beginning): LaunchContext {
    const { learner, mode } = this.leased;
    const state = beginning === 'anew' ? undefined : this.folded().scos[item.identifier];
    return {
      version: this.version,
      item,
      learner,
      mode,
      ...(state && { state }),
      ...(this.sequencing && { objectives: this.sequencing.view.launchData(item.identifier).objectives }),
      ...(beginning === 'resumed' && { entry: 'resume' }),
    };
  }

  /** The time limit of a visit that counts; null: there is none. */
  timeLimit(item: ManifestItem, beginning?: Beginning): TimeLimit | null {
    const { mode, state } = this.launch(item, beginning);
    const observed = beginning === 'anew' ? 0 : this.openTime.seconds(item.identifier);
    return mode === 'normal' ? timeLimit(this.version, item, state, observed) : null;
  }

  /** The shared data stores that `item` may use. */
  stores(item: ManifestItem): readonly StoreLaunch[] {
    return this.sequencing?.view.launchData(item.identifier).stores ?? [];
  }

  /** What `item` has come to, by what this device knows. */
  result(item: ManifestItem): RuntimeResult {
    const { identifier } = item;
    return deriveScoResult(this.version, item, this.folded().scos[identifier], this.leased.results[identifier]);
  }

  /** What an item comes to with a further record, by the data alone: what was achieved before and stays is no part of it. Null: no item. */
  claim(record: Omit<RuntimeRecord, 'seq'>): RuntimeClaim | null {
    const item = this.byId.get(record.scoId);
    if (!item) return null;
    const state = this.folded();
    const after = foldRecords(state, [{ ...record, seq: state.lastSeq + 1 }]);
    const { completion, success, scaled } = deriveScoResult(this.version, item, after.scos[item.identifier]);
    return { completion, success, scaled };
  }

  /** The same in the words of cmi.core.lesson_status, which prerequisites use. */
  status(item: ManifestItem): string {
    const { completion, success } = this.result(item);
    return success === 'unknown' ? completion : success;
  }

  private folded(): CmiState {
    this.state = foldRecords(this.state, this.unfolded.splice(0));
    return this.state;
  }
}
