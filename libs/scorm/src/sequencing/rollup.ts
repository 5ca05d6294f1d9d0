import type { RollupRule } from '../manifest/activity.js';
import { combined, holds, isBarred, type Truth } from './conditions.js';
import type { Session } from './session.js';
import {
  completedOf,
  measureOf,
  progressOf,
  setCompleted,
  setMeasure,
  satisfiedOf,
  setProgress,
  setSatisfied,
  writtenBy,
} from './tracking.js';
import { isLeaf, pathToRoot, type Activity } from './tree.js';

/**
 * Overall Rollup Process (RB.1.5): from the activity up to the root. Clusters over activities whose primary objective reads what was
 * written on the way are rolled up too, deepest first, each once. SN 4.6.
 */
export function overallRollup(session: Session, activity: Activity): void {
  const set = new Set<Activity>();
  const waiting = [activity];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const each of pathToRoot(next)) {
      if (set.has(each)) break;
      set.add(each);
      waiting.push(...readersOf(session, each));
    }
  }
  const clusters = [...set].filter((each) => !isLeaf(each)).sort((a, b) => b.depth - a.depth || a.order - b.order);
  for (const cluster of clusters) if (cluster.tracked) rollUp(session, cluster);
}

const readersOf = (session: Session, activity: Activity): Activity[] =>
  writtenBy(activity)
    .flatMap((id) => session.tree.readers.get(id) ?? [])
    .flatMap(({ parent }) => (parent && session.isAvailable(parent) ? [parent] : []));

function rollUp(session: Session, cluster: Activity): void {
  const children = session.children(cluster);
  const [objective] = cluster.objectives;
  setMeasure(session, cluster, objective, weighted(session, children, 'objectiveMeasureWeight', measureOf)); // RB.1.1 a
  setProgress(session, cluster, objective, weighted(session, children, 'progressWeight', progressOf)); // RB.1.1 b
  const status = (positive: Action, negative: Action) => statusByRules(session, cluster, positive, negative);
  if (!objective.satisfiedByMeasure) {
    const satisfied = status('satisfied', 'notSatisfied'); // RB.1.2 b
    if (satisfied !== undefined) setSatisfied(session, cluster, objective, satisfied);
  }
  if (!cluster.completedByMeasure) {
    const completed = status('completed', 'incomplete'); // RB.1.3 b
    if (completed !== undefined) setCompleted(session, cluster, objective, completed);
  }
}

/** Measure Rollup and Completion Measure Rollup Process: the weighted mean; a child without a value counts as 0, all without as none. */
function weighted(
  session: Session,
  children: readonly Activity[],
  weight: 'objectiveMeasureWeight' | 'progressWeight',
  read: typeof measureOf,
): number | undefined {
  const counted = children.filter((child) => child.tracked && child[weight] > 0);
  const values = counted.map((child) => read(session, child, child.objectives[0], 'rollup'));
  if (values.every((value) => value === undefined)) return undefined;
  const total = counted.reduce((sum, child) => sum + child[weight], 0);
  const sum = counted.reduce((before, child, at) => before + child[weight] * (values[at] ?? 0), 0);
  return Math.round((sum / total) * 1e9) / 1e9; // thirds must not miss a threshold by a bit
}

type Action = RollupRule['action'];

/** Objective and Activity Progress Rollup Using Rules (RB.1.2 b, RB.1.3 b): the positive rules speak last. */
function statusByRules(session: Session, cluster: Activity, positive: Action, negative: Action): Truth {
  const own = cluster.rollupRules.filter(({ action }) => action === positive || action === negative);
  const rules = own.length > 0 ? own : defaultRules[positive === 'satisfied' ? 'objective' : 'progress'];
  const applies = (action: Action) => rules.some((rule) => rule.action === action && ruleApplies(session, cluster, rule));
  if (applies(positive)) return true;
  return applies(negative) ? false : undefined;
}

const always = (action: Action, condition: string): RollupRule => ({
  action,
  consideration: 'all',
  conditionCombination: 'any',
  conditions: [{ condition }],
});

/** What holds for a cluster without rules of its own. SN 4.6.2, 4.6.3. */
const defaultRules = {
  objective: [always('notSatisfied', 'objectiveStatusKnown'), always('satisfied', 'satisfied')],
  progress: [always('incomplete', 'activityProgressKnown'), always('completed', 'completed')],
};

/** Rollup Rule Check Subprocess (RB.1.4) for one rule. */
function ruleApplies(session: Session, cluster: Activity, rule: RollupRule): boolean {
  const bag = session
    .children(cluster)
    .filter((child) => contributes(session, child, rule.action))
    .map((child) => evaluated(session, child, rule));
  const yes = bag.filter((truth) => truth === true).length;
  switch (rule.consideration) {
    case 'all':
      return yes === bag.length;
    case 'any':
      return yes > 0;
    case 'none':
      return bag.every((truth) => truth === false);
    case 'atLeastCount':
      return yes >= (rule.minimumCount ?? 0);
    case 'atLeastPercent':
      return bag.length > 0 && (yes / bag.length) * 100 >= (rule.minimumPercent ?? 0);
  }
}

/** Evaluate Rollup Conditions Subprocess (RB.1.4.1). */
const evaluated = (session: Session, child: Activity, rule: RollupRule): Truth =>
  combined(
    rule.conditions.map((condition) => holds(session, child, condition, 'rollup')),
    rule.conditionCombination,
  );

/** Check Child for Rollup Subprocess (RB.1.4.2). */
function contributes(session: Session, child: Activity, action: Action): boolean {
  const objective = action === 'satisfied' || action === 'notSatisfied';
  if (!child.tracked || !(objective ? child.rollupObjectiveSatisfied : child.rollupProgressCompletion)) return false;
  const { attempts, suspended } = session.of(child);
  switch (child.required[action]) {
    case 'ifNotSuspended':
      return attempts === 0 || !suspended;
    case 'ifAttempted':
      return attempts > 0;
    case 'ifNotSkipped':
      return !isBarred(session, child, 'skip');
    case 'always':
      return true;
  }
}

/** What the whole tree has come to: the root's status, measure and progress. */
export function rootStatus(session: Session): {
  satisfied: Truth;
  completed: Truth;
  measure: number | undefined;
  progress: number | undefined;
} {
  const { root } = session.tree;
  const [objective] = root.objectives;
  return {
    satisfied: satisfiedOf(session, root, objective),
    completed: completedOf(session, root, objective),
    measure: measureOf(session, root, objective),
    progress: progressOf(session, root, objective),
  };
}
