import type { RuleCondition, SequencingRule } from '../manifest/activity.js';
import type { Session } from './session.js';
import { completedOf, measureOf, objectiveOf, satisfiedOf, type Asking } from './tracking.js';
import type { Activity, Objective } from './tree.js';

/** True, false, or undefined: what is asked for is not known. */
export type Truth = boolean | undefined;

type Test = (session: Session, activity: Activity, objective: Objective, condition: RuleCondition, asking: Asking) => Truth;

const known = (value: unknown): boolean => value !== undefined;

/** SN 3.4.2 and 3.7.2. The time conditions are known to nobody: SN leaves their evaluation to the LMS, and the player enforces limits. */
const tests: Readonly<Record<string, Test>> = {
  always: () => true,
  never: () => false,
  satisfied: (session, activity, objective, _condition, asking) => satisfiedOf(session, activity, objective, asking),
  objectiveStatusKnown: (session, activity, objective, _condition, asking) => known(satisfiedOf(session, activity, objective, asking)),
  objectiveMeasureKnown: (session, activity, objective, _condition, asking) => known(measureOf(session, activity, objective, asking)),
  objectiveMeasureGreaterThan: (session, activity, objective, { parameters }, asking) =>
    compared(measureOf(session, activity, objective, asking), (measure) => measure > (parameters?.threshold ?? 0)),
  objectiveMeasureLessThan: (session, activity, objective, { parameters }, asking) =>
    compared(measureOf(session, activity, objective, asking), (measure) => measure < (parameters?.threshold ?? 0)),
  completed: (session, activity, objective, _condition, asking) => completedOf(session, activity, objective, asking),
  activityProgressKnown: (session, activity, objective, _condition, asking) => known(completedOf(session, activity, objective, asking)),
  attempted: (session, activity) => session.of(activity).attempts > 0,
  attemptLimitExceeded: (session, activity) =>
    activity.attemptLimit === null ? undefined : activity.tracked && session.of(activity).attempts >= activity.attemptLimit,
};

const compared = (value: number | undefined, test: (value: number) => boolean): Truth => (value === undefined ? undefined : test(value));

/** One condition. A named objective that the activity does not have is unknown. */
export function holds(session: Session, activity: Activity, condition: RuleCondition, asking: Asking): Truth {
  const objective = objectiveOf(activity, condition.referencedObjective);
  const truth = objective && tests[condition.condition]?.(session, activity, objective, condition, asking);
  return condition.operator === 'not' && truth !== undefined ? !truth : truth;
}

/** Conditions together, by the truth tables of SN 3.4.1 (three values). */
export function combined(truths: readonly Truth[], combination: 'all' | 'any'): Truth {
  const decisive = combination === 'any';
  if (truths.includes(decisive)) return decisive;
  return truths.includes(undefined) ? undefined : !decisive;
}

/** Sequencing Rules Check Process (UP.2): the action of the first rule that holds, of those with one of the actions. */
export function ruleAction(session: Session, activity: Activity, rules: readonly SequencingRule[], ...actions: string[]): string | null {
  const rule = rules.find(
    (each) =>
      (actions.length === 0 || actions.includes(each.action)) &&
      // UP.2.1 Sequencing Rule Check Subprocess
      combined(
        each.conditions.map((condition) => holds(session, activity, condition, 'rule')),
        each.conditionCombination,
      ) === true,
  );
  return rule?.action ?? null;
}

/** True when a precondition rule with this action holds. */
export const isBarred = (session: Session, activity: Activity, action: 'skip' | 'disabled' | 'hiddenFromChoice' | 'stopForwardTraversal') =>
  ruleAction(session, activity, activity.preConditionRules, action) !== null;
