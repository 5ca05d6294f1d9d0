import { untouched, type ActivityState, type SequencingState } from './state.js';
import { isLeaf, type Activity, type ActivityTree } from './tree.js';

/** The state that one request works on. Its processes change a copy, so a refused request leaves the caller's state alone. */
export class Session {
  readonly state: SequencingState;

  constructor(
    readonly tree: ActivityTree,
    state: SequencingState,
  ) {
    this.state = structuredClone(state);
  }

  get current(): Activity | null {
    return this.find(this.state.current);
  }

  set current(activity: Activity | null) {
    this.state.current = activity?.id ?? null;
  }

  get suspended(): Activity | null {
    return this.find(this.state.suspended);
  }

  set suspended(activity: Activity | null) {
    this.state.suspended = activity?.id ?? null;
  }

  find(id: string | null): Activity | null {
    return id === null ? null : (this.tree.byId.get(id) ?? null);
  }

  /** The activity's state to read; untouched activities have one too. */
  of({ id }: Activity): Readonly<ActivityState> {
    return own(this.state.activities, id) ?? blank;
  }

  /** The activity's state to change. */
  change({ id }: Activity): ActivityState {
    return own(this.state.activities, id) ?? define(this.state.activities, id, untouched());
  }

  /** Available Children (SN 4.2.2): those selected, in the order they were put in. */
  children(activity: Activity): readonly Activity[] {
    const chosen = this.of(activity).children;
    return chosen ? chosen.flatMap((id) => this.tree.byId.get(id) ?? []) : activity.children;
  }

  /** True when every activity on the way from the root is among the available children of its parent. */
  isAvailable(activity: Activity): boolean {
    const { parent } = activity;
    return !parent || (this.children(parent).includes(activity) && this.isAvailable(parent));
  }

  /** The neighbour among the available children of its parent. */
  sibling(activity: Activity, step: 1 | -1): Activity | null {
    const siblings = activity.parent ? this.children(activity.parent) : [activity];
    const at = siblings.indexOf(activity);
    return at < 0 ? null : (siblings[at + step] ?? null);
  }

  /** The last activity of a forward preorder walk over available children. */
  last(activity: Activity = this.tree.root): Activity {
    const below = isLeaf(activity) ? undefined : this.children(activity).at(-1);
    return below ? this.last(below) : activity;
  }

  /** A number of [0, 1), the next of the attempt's own sequence (mulberry32). */
  chance(): number {
    this.state.draws += 1;
    let word = (this.state.seed + Math.imul(this.state.draws, 0x6d2b79f5)) | 0;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  }
}

const blank: Readonly<ActivityState> = Object.freeze(untouched());

/** Identifiers come from manifests, and one may be called `__proto__`. */
export const own = <V>(record: Record<string, V>, key: string): V | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

export const define = <V>(record: Record<string, V>, key: string, value: V): V => {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
  return value;
};
