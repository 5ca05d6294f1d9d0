/**
 * The sequencing of one activity and of those below it, as the manifest has it. Source of the meanings: SCORM 2004 4th Ed. SN, IMS
 * Simple Sequencing 1.0. Duration limits stand in `ManifestItem.limits`: no rule depends on them.
 */
export type ActivitySettings = {
  id: string;
  title: string;
  children?: ActivitySettings[];
  isVisible?: boolean;
  attemptLimit?: number;
  primaryObjective?: ObjectiveSettings;
  objectives?: ObjectiveSettings[];
  sequencingControls?: SequencingControls;
  sequencingRules?: SequencingRules;
  rollupRules?: { rules: RollupRule[] };
  rollupConsiderations?: RollupConsiderations;
  deliveryControls?: DeliveryControls;
  completionThreshold?: CompletionThreshold;
  hideLmsUi?: HideLmsUi[];
  auxiliaryResources?: { resourceId: string; purpose: string }[];
  sharedDataMaps?: SharedDataMap[];
};

export type HideLmsUi = 'continue' | 'previous' | 'exit' | 'exitAll' | 'abandon' | 'abandonAll' | 'suspendAll';

export type SelectionTiming = 'never' | 'once' | 'onEachNewAttempt';

/** controlMode, constrainedChoiceConsiderations, the attributes of rollupRules, and randomizationControls in one object. */
export type SequencingControls = {
  choice?: boolean;
  choiceExit?: boolean;
  flow?: boolean;
  forwardOnly?: boolean;
  useCurrentAttemptObjectiveInfo?: boolean;
  useCurrentAttemptProgressInfo?: boolean;
  preventActivation?: boolean;
  constrainChoice?: boolean;
  rollupObjectiveSatisfied?: boolean;
  rollupProgressCompletion?: boolean;
  /** 0 to 1. */
  objectiveMeasureWeight?: number;
  selectionTiming?: SelectionTiming;
  selectCount?: number;
  randomizationTiming?: SelectionTiming;
  /** The standard's reorderChildren. */
  randomizeChildren?: boolean;
};

export type ObjectiveSettings = {
  objectiveID: string;
  isPrimary?: boolean;
  satisfiedByMeasure?: boolean;
  /** −1 to 1. */
  minNormalizedMeasure?: number;
  mapInfo?: ObjectiveMap[];
};

/** imsss:mapInfo, with the further fields of adlseq:mapInfo (4th Edition). */
export type ObjectiveMap = {
  targetObjectiveID: string;
  readSatisfiedStatus: boolean;
  readNormalizedMeasure: boolean;
  writeSatisfiedStatus: boolean;
  writeNormalizedMeasure: boolean;
  readRawScore?: boolean;
  readMinScore?: boolean;
  readMaxScore?: boolean;
  readCompletionStatus?: boolean;
  readProgressMeasure?: boolean;
  writeRawScore?: boolean;
  writeMinScore?: boolean;
  writeMaxScore?: boolean;
  writeCompletionStatus?: boolean;
  writeProgressMeasure?: boolean;
};

/** `operator` is absent for the standard's `noOp`, which changes nothing. */
export type RuleCondition = {
  condition: string;
  operator?: 'not';
  referencedObjective?: string;
  /** `threshold`: −1 to 1. */
  parameters?: { threshold: number };
};

export type SequencingRule = { action: string; conditionCombination: 'all' | 'any'; conditions: RuleCondition[] };

export type SequencingRules = {
  preConditionRules?: SequencingRule[];
  exitConditionRules?: SequencingRule[];
  postConditionRules?: SequencingRule[];
};

export type RollupRule = {
  action: 'satisfied' | 'notSatisfied' | 'completed' | 'incomplete';
  /** The standard's childActivitySet. */
  consideration: 'all' | 'any' | 'none' | 'atLeastCount' | 'atLeastPercent';
  minimumCount?: number;
  /** 0 to 100; the manifest's own value is 0 to 1. */
  minimumPercent?: number;
  conditionCombination: 'all' | 'any';
  conditions: { condition: string; operator?: 'not' }[];
};

type Requirement = 'always' | 'ifAttempted' | 'ifNotSkipped' | 'ifNotSuspended';

export type RollupConsiderations = {
  requiredForSatisfied?: Requirement;
  requiredForNotSatisfied?: Requirement;
  requiredForCompleted?: Requirement;
  requiredForIncomplete?: Requirement;
  measureSatisfactionIfActive?: boolean;
};

export type DeliveryControls = { tracked?: boolean; completionSetByContent?: boolean; objectiveSetByContent?: boolean };

/** `minProgressMeasure` and `progressWeight`: 0 to 1. */
export type CompletionThreshold = { completedByMeasure: boolean; minProgressMeasure: number; progressWeight: number };

export type SharedDataMap = { targetID: string; readSharedData: boolean; writeSharedData: boolean };
