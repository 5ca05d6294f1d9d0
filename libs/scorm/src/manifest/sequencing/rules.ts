import type { RollupConsiderations, RollupRule, RuleCondition, SequencingRule, SequencingRules } from '../activity.js';
import { attribute, childOf, childrenOf, identifierIn, ValueReader } from '../element.js';
import type { Findings } from '../findings.js';
import type { XmlElement } from '../xml.js';

const shared = ['satisfied', 'objectiveStatusKnown', 'objectiveMeasureKnown', 'completed', 'activityProgressKnown', 'attempted'];
const limits = ['attemptLimitExceeded', 'timeLimitExceeded', 'outsideAvailableTimeRange'];
const ruleConditions = [...shared, ...limits, 'objectiveMeasureGreaterThan', 'objectiveMeasureLessThan', 'always'];
const rollupConditions = [...shared, ...limits, 'never'];

const actions = {
  preConditionRule: ['skip', 'disabled', 'hiddenFromChoice', 'stopForwardTraversal'],
  postConditionRule: ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'],
  exitConditionRule: ['exit'],
};
const rollupActions: RollupRule['action'][] = ['satisfied', 'notSatisfied', 'completed', 'incomplete'];
const childSets: RollupRule['consideration'][] = ['all', 'any', 'none', 'atLeastCount', 'atLeastPercent'];
const combinations: ('all' | 'any')[] = ['all', 'any'];

/** Reads sequencing and rollup rules; a rule with a word that the standard does not know is left out and reported. SN 3.4, 3.7. */
export class RuleReader {
  private readonly values: ValueReader;

  constructor(private readonly findings: Findings) {
    this.values = new ValueReader(findings);
  }

  sequencingRules(element: XmlElement | undefined): SequencingRules {
    const read = (name: keyof typeof actions) =>
      element ? childrenOf(element, 'imsss', name).flatMap((rule) => this.sequencingRule(rule, actions[name]) ?? []) : [];
    return {
      preConditionRules: read('preConditionRule'),
      exitConditionRules: read('exitConditionRule'),
      postConditionRules: read('postConditionRule'),
    };
  }

  rollupRules(element: XmlElement | undefined): { rules: RollupRule[] } | undefined {
    const rules = element ? childrenOf(element, 'imsss', 'rollupRule').flatMap((rule) => this.rollupRule(rule) ?? []) : [];
    return rules.length > 0 ? { rules } : undefined;
  }

  private sequencingRule(rule: XmlElement, allowed: readonly string[]): SequencingRule | undefined {
    const action = this.known(childOf(rule, 'imsss', 'ruleAction'), 'action', allowed);
    const list = childOf(rule, 'imsss', 'ruleConditions');
    const conditions = this.conditions(list, 'ruleCondition', ruleConditions);
    if (!list || action === undefined || conditions === undefined) return undefined;
    return { action, conditionCombination: this.values.word(list, 'conditionCombination', combinations) ?? 'all', conditions };
  }

  private rollupRule(rule: XmlElement): RollupRule | undefined {
    const action = this.known(childOf(rule, 'imsss', 'rollupAction'), 'action', rollupActions);
    const list = childOf(rule, 'imsss', 'rollupConditions');
    const conditions = this.conditions(list, 'rollupCondition', rollupConditions);
    if (!list || action === undefined || conditions === undefined) return undefined;
    const [count, part] = [this.values.number(rule, 'minimumCount', 0, 1_000_000), this.values.number(rule, 'minimumPercent', 0, 1)];
    return {
      action,
      consideration: this.values.word(rule, 'childActivitySet', childSets) ?? 'all',
      ...(count !== undefined && { minimumCount: count }),
      ...(part !== undefined && { minimumPercent: Math.round(part * 1e6) / 1e4 }),
      conditionCombination: this.values.word(list, 'conditionCombination', combinations) ?? 'any',
      conditions,
    };
  }

  /** Undefined when there is none, or one that is not known: half a rule could mean the opposite. */
  private conditions(list: XmlElement | undefined, name: string, allowed: readonly string[]): RuleCondition[] | undefined {
    const elements = list ? childrenOf(list, 'imsss', name) : [];
    const conditions = elements.map((element) => this.condition(element, allowed)).filter((condition) => condition !== undefined);
    return conditions.length > 0 && conditions.length === elements.length ? conditions : undefined;
  }

  private condition(element: XmlElement, allowed: readonly string[]): RuleCondition | undefined {
    const condition = this.known(element, 'condition', allowed);
    if (condition === undefined) return undefined;
    const negated = this.values.word(element, 'operator', ['not', 'noOp']) === 'not';
    const referencedObjective = identifierIn(element, 'referencedObjective');
    const threshold = this.values.number(element, 'measureThreshold', -1, 1);
    return {
      condition,
      ...(negated && { operator: 'not' as const }),
      ...(referencedObjective && { referencedObjective }),
      ...(threshold !== undefined && { parameters: { threshold } }),
    };
  }

  private known<W extends string>(element: XmlElement | undefined, name: string, allowed: readonly W[]): W | undefined {
    const value = element ? attribute(element, name) : '';
    const word = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
    if (element && word === undefined)
      this.findings.add('sequencing-rule-unknown', { element: element.name, value }, { line: element.line });
    return word;
  }
}

const requirements: NonNullable<RollupConsiderations['requiredForSatisfied']>[] = [
  'always',
  'ifAttempted',
  'ifNotSkipped',
  'ifNotSuspended',
];

/** adlseq:rollupConsiderations, SN 3.7.4. */
export function rollupConsiderations(element: XmlElement | undefined, values: ValueReader): RollupConsiderations | undefined {
  if (!element) return undefined;
  return {
    requiredForSatisfied: values.word(element, 'requiredForSatisfied', requirements),
    requiredForNotSatisfied: values.word(element, 'requiredForNotSatisfied', requirements),
    requiredForCompleted: values.word(element, 'requiredForCompleted', requirements),
    requiredForIncomplete: values.word(element, 'requiredForIncomplete', requirements),
    measureSatisfactionIfActive: values.boolean(element, 'measureSatisfactionIfActive'),
  };
}
