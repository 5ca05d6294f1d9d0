import type { RuntimeRecord, RuntimeSequencing } from '@aula/contracts';
import { activityTree, foldSequencing, SequencingView, type ActivityTree, type Sequencing, type SequencingState } from '@aula/scorm';

/** The sequencing of the course as this device knows it: the server's state at the lease, and every record since. */
export class SequencedCourse {
  readonly tree: ActivityTree;
  /** What the last navigation came to. */
  last: Sequencing['last'] = null;
  private state: SequencingState;
  private looked: SequencingView | null = null;

  constructor(sequencing: RuntimeSequencing) {
    // Written by the same lib on the server.
    this.tree = activityTree(sequencing.tree as Parameters<typeof activityTree>[0], sequencing);
    this.state = sequencing.state as SequencingState;
  }

  take(record: RuntimeRecord): void {
    const { state, last } = foldSequencing(this.tree, this.state, [record]);
    this.state = state;
    if (record.kind === 'nav') this.last = last;
    if (record.kind !== 'set' && record.kind !== 'snap') this.looked = null;
  }

  /** The state after the last record: what the next session begins with. */
  get standing(): SequencingState {
    return this.state;
  }

  /** What may be asked for now, and what the learner is to see. */
  get view(): SequencingView {
    return (this.looked ??= new SequencingView(this.tree, this.state));
  }
}
