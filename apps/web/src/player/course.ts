import type { RuntimeLeased, RuntimeRecord, RuntimeResult } from '@aula/contracts';
import {
  cmiForLaunch,
  deriveScoResult,
  foldRecords,
  itemsOf,
  type CmiJson,
  type CmiState,
  type ManifestItem,
  type ScormVersion,
  type ScoState,
} from '@aula/scorm';

/** The runtime data of the attempt as this device knows them: the server's at the lease, and every record since, folded by the same functions. */
export class Course {
  readonly version: ScormVersion;
  readonly items: readonly ManifestItem[];
  private state: CmiState;
  private unfolded: RuntimeRecord[] = [];
  private readonly byId: ReadonlyMap<string, ManifestItem>;

  constructor(private readonly leased: RuntimeLeased) {
    this.version = leased.standard === 'scorm-1.2' ? '1.2' : '2004';
    // Both were written by the same lib on the server and travel as JSON.
    this.items = leased.items as ManifestItem[];
    this.state = { lastSeq: 0, scos: leased.scos as Record<string, ScoState> };
    this.byId = new Map(itemsOf(this.items).map((item) => [item.identifier, item]));
  }

  item(id: string): ManifestItem | undefined {
    return this.byId.get(id);
  }

  take(record: RuntimeRecord): void {
    this.unfolded.push(record);
  }

  /** What the next visit of `item` starts with. */
  cmi(item: ManifestItem): CmiJson {
    const { learner, mode } = this.leased;
    const state = this.folded().scos[item.identifier];
    return cmiForLaunch({ version: this.version, item, learner, mode, ...(state && { state }) });
  }

  /** What `item` has come to, by what this device knows. */
  result(item: ManifestItem): RuntimeResult {
    const { identifier } = item;
    return deriveScoResult(this.version, item, this.folded().scos[identifier], this.leased.results[identifier]);
  }

  private folded(): CmiState {
    this.state = foldRecords(this.state, this.unfolded.splice(0));
    return this.state;
  }
}
