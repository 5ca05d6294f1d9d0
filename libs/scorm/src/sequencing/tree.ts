import type { ActivitySettings, ObjectiveMap, RollupRule, SelectionTiming, SequencingRule } from '../manifest/activity.js';

/** One objective of an activity. SN 3.10. */
export type Objective = {
  /** '' when the activity has no primary objective of its own: every activity has one all the same. */
  id: string;
  primary: boolean;
  satisfiedByMeasure: boolean;
  /** −1 to 1. */
  minNormalizedMeasure: number;
  maps: readonly ObjectiveMap[];
};

type Requirement = 'always' | 'ifAttempted' | 'ifNotSkipped' | 'ifNotSuspended';

/** Whether a rolled-up activity counts for each status of its parent. SN 3.7.4. */
type Considerations = Readonly<Record<'satisfied' | 'notSatisfied' | 'completed' | 'incomplete', Requirement>>;

/** The sequencing definition of one activity with every default of the standard filled in (SN 3), and its place in the tree. */
export type Activity = {
  id: string;
  title: string;
  visible: boolean;
  parent: Activity | null;
  /** All children in the order of the manifest; a leaf has none. */
  children: readonly Activity[];
  /** Place in a preorder walk of the whole tree; the root is 0. */
  order: number;
  depth: number;
  choice: boolean;
  choiceExit: boolean;
  flow: boolean;
  forwardOnly: boolean;
  useCurrentAttemptObjectiveInfo: boolean;
  useCurrentAttemptProgressInfo: boolean;
  preventActivation: boolean;
  constrainChoice: boolean;
  preConditionRules: readonly SequencingRule[];
  exitConditionRules: readonly SequencingRule[];
  postConditionRules: readonly SequencingRule[];
  attemptLimit: number | null;
  rollupRules: readonly RollupRule[];
  rollupObjectiveSatisfied: boolean;
  rollupProgressCompletion: boolean;
  objectiveMeasureWeight: number;
  required: Considerations;
  measureSatisfactionIfActive: boolean;
  /** The primary one first. */
  objectives: readonly [Objective, ...Objective[]];
  completedByMeasure: boolean;
  minProgressMeasure: number;
  progressWeight: number;
  selectionTiming: SelectionTiming;
  selectCount: number | null;
  randomizationTiming: SelectionTiming;
  reorderChildren: boolean;
  tracked: boolean;
  completionSetByContent: boolean;
  objectiveSetByContent: boolean;
  settings: ActivitySettings;
};

/** An activity tree, ready to be sequenced. Never changes; see `SequencingState` for what does. */
export type ActivityTree = {
  root: Activity;
  /** In preorder. */
  activities: readonly Activity[];
  byId: ReadonlyMap<string, Activity>;
  /** Shared objective → activities whose primary objective reads it. */
  readers: ReadonlyMap<string, readonly Activity[]>;
  /** Shared objectives outlive an attempt on the root. */
  objectivesGlobalToSystem: boolean;
  /** Shared data outlive an attempt on the root. */
  sharedDataGlobalToSystem: boolean;
};

export type TreeOptions = { objectivesGlobalToSystem?: boolean; sharedDataGlobalToSystem?: boolean };

/** Builds the tree of an organization. Throws a RangeError when two activities have one id. */
export function activityTree(settings: ActivitySettings, options: TreeOptions = {}): ActivityTree {
  const activities: Activity[] = [];
  const root = build(settings, null, activities);
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  if (byId.size !== activities.length) throw new RangeError('two activities have one identifier');
  const { objectivesGlobalToSystem = true, sharedDataGlobalToSystem = true } = options;
  return { root, activities, byId, readers: readersOf(activities), objectivesGlobalToSystem, sharedDataGlobalToSystem };
}

function build(settings: ActivitySettings, parent: Activity | null, all: Activity[]): Activity {
  const activity: Activity = {
    id: settings.id,
    title: settings.title,
    visible: settings.isVisible ?? true,
    parent,
    children: [],
    order: all.length,
    depth: parent ? parent.depth + 1 : 0,
    ...controls(settings),
    ...rules(settings),
    ...rollup(settings),
    objectives: objectivesOf(settings),
    completedByMeasure: settings.completionThreshold?.completedByMeasure ?? false,
    minProgressMeasure: settings.completionThreshold?.minProgressMeasure ?? 1,
    progressWeight: settings.completionThreshold?.progressWeight ?? 1,
    tracked: settings.deliveryControls?.tracked ?? true,
    completionSetByContent: settings.deliveryControls?.completionSetByContent ?? false,
    objectiveSetByContent: settings.deliveryControls?.objectiveSetByContent ?? false,
    settings,
  };
  all.push(activity);
  activity.children = (settings.children ?? []).map((child) => build(child, activity, all));
  return activity;
}

/** Defaults of SN 3.2, 3.3, 3.11 and 3.12. */
function controls({ sequencingControls: own = {}, attemptLimit }: ActivitySettings) {
  return {
    choice: own.choice ?? true,
    choiceExit: own.choiceExit ?? true,
    flow: own.flow ?? false,
    forwardOnly: own.forwardOnly ?? false,
    useCurrentAttemptObjectiveInfo: own.useCurrentAttemptObjectiveInfo ?? true,
    useCurrentAttemptProgressInfo: own.useCurrentAttemptProgressInfo ?? true,
    preventActivation: own.preventActivation ?? false,
    constrainChoice: own.constrainChoice ?? false,
    attemptLimit: attemptLimit ?? null,
    selectionTiming: own.selectionTiming ?? 'never',
    selectCount: own.selectCount ?? null,
    randomizationTiming: own.randomizationTiming ?? 'never',
    reorderChildren: own.randomizeChildren ?? false,
  };
}

function rules({ sequencingRules: own = {} }: ActivitySettings) {
  return {
    preConditionRules: own.preConditionRules ?? [],
    exitConditionRules: own.exitConditionRules ?? [],
    postConditionRules: own.postConditionRules ?? [],
  };
}

function rollup({ sequencingControls: own = {}, rollupRules, rollupConsiderations: needs = {} }: ActivitySettings) {
  return {
    rollupRules: rollupRules?.rules ?? [],
    rollupObjectiveSatisfied: own.rollupObjectiveSatisfied ?? true,
    rollupProgressCompletion: own.rollupProgressCompletion ?? true,
    objectiveMeasureWeight: own.objectiveMeasureWeight ?? 1,
    required: {
      satisfied: needs.requiredForSatisfied ?? 'always',
      notSatisfied: needs.requiredForNotSatisfied ?? 'always',
      completed: needs.requiredForCompleted ?? 'always',
      incomplete: needs.requiredForIncomplete ?? 'always',
    },
    measureSatisfactionIfActive: needs.measureSatisfactionIfActive ?? true,
  };
}

function objectivesOf({ primaryObjective, objectives = [] }: ActivitySettings): [Objective, ...Objective[]] {
  const own = objectives.map((each) => objective(each, false));
  return [objective(primaryObjective ?? { objectiveID: '' }, true), ...own];
}

function objective(settings: NonNullable<ActivitySettings['primaryObjective']>, primary: boolean): Objective {
  return {
    id: settings.objectiveID,
    primary,
    satisfiedByMeasure: settings.satisfiedByMeasure ?? false,
    minNormalizedMeasure: settings.minNormalizedMeasure ?? 1,
    maps: settings.mapInfo ?? [],
  };
}

const reads = (map: ObjectiveMap): boolean =>
  map.readSatisfiedStatus || map.readNormalizedMeasure || map.readCompletionStatus === true || map.readProgressMeasure === true;

function readersOf(activities: readonly Activity[]): Map<string, Activity[]> {
  const readers = new Map<string, Activity[]>();
  for (const activity of activities) {
    for (const map of activity.objectives[0].maps.filter(reads)) {
      readers.set(map.targetObjectiveID, [...(readers.get(map.targetObjectiveID) ?? []), activity]);
    }
  }
  return readers;
}

/** The activities from `activity` up to the root, both included. */
export function pathToRoot(activity: Activity): Activity[] {
  return activity.parent ? [activity, ...pathToRoot(activity.parent)] : [activity];
}

export const isLeaf = (activity: Activity): boolean => activity.children.length === 0;

/** True when `activity` is `ancestor` or lies below it. */
export const isWithin = (activity: Activity, ancestor: Activity): boolean =>
  activity === ancestor || (activity.parent !== null && isWithin(activity.parent, ancestor));

/** The deepest cluster that has both below it; an activity that is itself a cluster may be it. SN 4.8, "common ancestor". */
export function commonAncestor(a: Activity, b: Activity): Activity {
  const clusters = pathToRoot(a).filter((each) => !isLeaf(each) || each.parent === null);
  const found = clusters.find((each) => isWithin(b, each) && !(isLeaf(b) && each === b && b.parent !== null));
  return found ?? clusters.at(-1) ?? a;
}
