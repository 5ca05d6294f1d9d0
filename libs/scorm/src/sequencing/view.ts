import type { HideLmsUi } from '../manifest/activity.js';
import { isBarred } from './conditions.js';
import { deliveryBarrier } from './delivery.js';
import { navigationRequest, plainRequests, type NavigationRequest } from './navigation.js';
import { namedObjectives } from './report.js';
import { sequencingRequest } from './request.js';
import { rootStatus } from './rollup.js';
import { prepareClusters } from './selection.js';
import { own, Session } from './session.js';
import type { SequencingState } from './state.js';
import { completedOf, knownOf, satisfiedOf } from './tracking.js';
import { isLeaf, type Activity, type ActivityTree } from './tree.js';

/** How an activity appears in the table of contents. */
export type ContentsEntry = { visible: boolean; selectable: boolean; current: boolean; completed?: boolean; satisfied?: boolean };

/** What may be asked for now, and what the learner is to see. Looks only; changes nothing. */
export class SequencingView {
  private readonly session: Session;

  constructor(
    readonly tree: ActivityTree,
    state: SequencingState,
  ) {
    this.session = new Session(tree, state);
    if (!this.session.current) prepareClusters(this.session);
  }

  get current(): Activity | null {
    return this.session.current;
  }

  /** True while the current activity is being attempted. */
  get active(): boolean {
    return this.session.current !== null && this.session.of(this.session.current).active;
  }

  /**
   * Whether a request would be followed, judged from the state as it is. Continue is offered wherever flow is on: past the last activity
   * it ends the course. SN 5.6.4 (adl.nav.request_valid).
   */
  isValid(request: NavigationRequest): boolean {
    const { session } = this;
    const navigation = navigationRequest(session, request);
    if (navigation.code !== null) return false;
    if (request.kind === 'continue' || navigation.sequencing.kind === 'exit') return true;
    const { deliver } = sequencingRequest(session, navigation.sequencing);
    return deliver !== null && deliveryBarrier(session, deliver) === null;
  }

  /**
   * Every activity by id, in the order in which the learner meets them: a cluster's available children as they were chosen and put in
   * order (SN 4.7), then the others. Nothing is visible when there is nothing to choose from. SN 5.3 (table of contents).
   */
  contents(): ReadonlyMap<string, ContentsEntry> {
    const entries = this.ordered(this.tree.root).map((activity): [string, ContentsEntry] => [activity.id, this.entry(activity)]);
    const leaves = this.tree.activities.filter(isLeaf).length;
    const useful = leaves > 1 && entries.some(([id, { visible, selectable }]) => visible && selectable && id !== this.tree.root.id);
    return new Map(useful ? entries : entries.map(([id, entry]) => [id, { ...entry, visible: false, selectable: false }]));
  }

  /** Activities that adl.nav.request_valid.jump allows: every leaf that can be delivered. */
  canJump(target: string): boolean {
    return this.isValid({ kind: 'jump', target });
  }

  /** Controls that the current activity asks the player to hide. */
  get hidden(): readonly HideLmsUi[] {
    return this.session.current?.settings.hideLmsUi ?? [];
  }

  /** What content finds in cmi.objectives at the start of an attempt, and in adl.data. RTE 4.2.17.1, 4.3.1. */
  launchData(id: string): { objectives: ObjectiveLaunch[]; stores: StoreLaunch[] } {
    const activity = this.session.find(id);
    if (!activity) return { objectives: [], stores: [] };
    const objectives = namedObjectives(activity).map((objective) => ({ id: objective.id, ...knownOf(this.session, activity, objective) }));
    const stores = (activity.settings.sharedDataMaps ?? []).map(({ targetID, readSharedData, writeSharedData }) => {
      const value = own(this.session.state.stores, targetID);
      return { id: targetID, readable: readSharedData, writable: writeSharedData, ...(value !== undefined && { value }) };
    });
    return { objectives, stores };
  }

  /** How often the activity was begun. */
  attempts(id: string): number {
    const activity = this.session.find(id);
    return activity ? this.session.of(activity).attempts : 0;
  }

  /** Status of the whole course. */
  root(): ReturnType<typeof rootStatus> {
    return rootStatus(this.session);
  }

  private ordered(activity: Activity): Activity[] {
    const below = new Set([...this.session.children(activity), ...activity.children]);
    return [activity, ...[...below].flatMap((child) => this.ordered(child))];
  }

  private entry(activity: Activity): ContentsEntry {
    const { session } = this;
    const hidden = (each: Activity | null): boolean =>
      each !== null && (isBarred(session, each, 'hiddenFromChoice') || hidden(each.parent));
    const completed = completedOf(session, activity, activity.objectives[0]);
    const satisfied = satisfiedOf(session, activity, activity.objectives[0]);
    return {
      visible: activity.visible && session.isAvailable(activity) && !hidden(activity),
      selectable: this.isValid({ kind: 'choice', target: activity.id }),
      current: session.current === activity,
      ...(completed !== undefined && { completed }),
      ...(satisfied !== undefined && { satisfied }),
    };
  }
}

export type ObjectiveLaunch = { id: string } & ReturnType<typeof knownOf>;
export type StoreLaunch = { id: string; readable: boolean; writable: boolean; value?: string };

/** Reads a navigation request as adl.nav.request has it; undefined for `_none_` and anything that is not one. SN 5.6.3. */
export function parseRequest(text: string): NavigationRequest | undefined {
  const [, target, kind] = /^\{target=(.+)\}(choice|jump)$/s.exec(text) ?? [];
  if (target !== undefined) return { kind: kind === 'jump' ? 'jump' : 'choice', target };
  const plain = plainRequests.find((each) => each === text);
  return plain && { kind: plain };
}

/** The text of a request: the inverse of {@link parseRequest}. */
export const formatRequest = (request: NavigationRequest): string =>
  request.kind === 'choice' || request.kind === 'jump' ? `{target=${request.target}}${request.kind}` : request.kind;
