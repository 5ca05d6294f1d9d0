import type { ObjectiveMap } from '../manifest/activity.js';
import { define, own, type Session } from './session.js';
import type { ObjectiveState } from './state.js';
import type { Activity, Objective } from './tree.js';

type Field = keyof ObjectiveState;

/** Which member of a map lets a value be read from, or written to, the shared objective. SN 3.10.3; adlseq:mapInfo. */
const readFlag: Record<Field, keyof ObjectiveMap> = {
  satisfied: 'readSatisfiedStatus',
  measure: 'readNormalizedMeasure',
  raw: 'readRawScore',
  min: 'readMinScore',
  max: 'readMaxScore',
  completed: 'readCompletionStatus',
  progress: 'readProgressMeasure',
};
const writeFlag: Record<Field, keyof ObjectiveMap> = {
  satisfied: 'writeSatisfiedStatus',
  measure: 'writeNormalizedMeasure',
  raw: 'writeRawScore',
  min: 'writeMinScore',
  max: 'writeMaxScore',
  completed: 'writeCompletionStatus',
  progress: 'writeProgressMeasure',
};

/** How a value is asked for. `rollup`: values of an earlier attempt on the parent do not count, if the parent says so. */
export type Asking = 'rule' | 'rollup';

/** The objective of a rule's condition: the named one, the primary one without a name; undefined when there is none of that name. */
export function objectiveOf(activity: Activity, id?: string): Objective | undefined {
  return id === undefined ? activity.objectives[0] : activity.objectives.find((each) => each.id === id);
}

/** A value of an objective: what a readable shared objective knows, else what is known locally. Nothing is known of the untracked. */
function value<F extends Field>(session: Session, activity: Activity, objective: Objective, field: F): ObjectiveState[F] {
  return activity.tracked ? readable(session, activity, objective, field) : undefined;
}

function readable<F extends Field>(session: Session, activity: Activity, objective: Objective, field: F): ObjectiveState[F] {
  for (const map of objective.maps) {
    if (map[readFlag[field]] !== true) continue;
    const shared = own(session.state.objectives, map.targetObjectiveID)?.[field];
    if (shared !== undefined) return shared;
  }
  return own(session.of(activity).objectives, objective.id)?.[field];
}

const isEarlier = (session: Session, activity: Activity, what: 'objectives' | 'progress', asking: Asking): boolean =>
  asking === 'rollup' && session.of(activity).earlier?.[what] === true;

const sharedValue = (session: Session, objective: Objective, field: Field): unknown =>
  objective.maps
    .map((map) => (map[readFlag[field]] === true ? own(session.state.objectives, map.targetObjectiveID)?.[field] : undefined))
    .find((each) => each !== undefined);

/** Objective Measure Status and Objective Normalized Measure. */
export function measureOf(session: Session, activity: Activity, objective: Objective, asking: Asking = 'rule'): number | undefined {
  if (isEarlier(session, activity, 'objectives', asking) && sharedValue(session, objective, 'measure') === undefined) return undefined;
  return value(session, activity, objective, 'measure');
}

/** Objective Progress Status and Objective Satisfied Status; by measure where the objective says so. */
export function satisfiedOf(session: Session, activity: Activity, objective: Objective, asking: Asking = 'rule'): boolean | undefined {
  if (objective.satisfiedByMeasure) {
    if (session.of(activity).active && !activity.measureSatisfactionIfActive) return undefined;
    const measure = measureOf(session, activity, objective, asking);
    return measure === undefined ? undefined : measure >= objective.minNormalizedMeasure;
  }
  if (isEarlier(session, activity, 'objectives', asking) && sharedValue(session, objective, 'satisfied') === undefined) return undefined;
  return value(session, activity, objective, 'satisfied');
}

/** Attempt Completion Amount of the activity, or the progress measure of another of its objectives. */
export function progressOf(session: Session, activity: Activity, objective: Objective, asking: Asking = 'rule'): number | undefined {
  if (isEarlier(session, activity, 'progress', asking) && sharedValue(session, objective, 'progress') === undefined) return undefined;
  return value(session, activity, objective, 'progress');
}

/** Attempt Progress Status and Attempt Completion Status of the activity, or the completion of another of its objectives. */
export function completedOf(session: Session, activity: Activity, objective: Objective, asking: Asking = 'rule'): boolean | undefined {
  if (objective.primary && activity.completedByMeasure) {
    const progress = progressOf(session, activity, objective, asking);
    return progress === undefined ? undefined : progress >= activity.minProgressMeasure;
  }
  if (isEarlier(session, activity, 'progress', asking) && sharedValue(session, objective, 'completed') === undefined) return undefined;
  return value(session, activity, objective, 'completed');
}

const fields = Object.keys(readFlag) as Field[];

/**
 * Everything that is known of an objective, as content may read it at the start of an attempt: an untracked activity reads what others
 * share, too.
 */
export function knownOf(session: Session, activity: Activity, objective: Objective): ObjectiveState {
  const known = Object.fromEntries(fields.map((field) => [field, readable(session, activity, objective, field)]));
  const { measure, progress } = known as ObjectiveState;
  if (objective.satisfiedByMeasure) known['satisfied'] = measure === undefined ? undefined : measure >= objective.minNormalizedMeasure;
  if (objective.primary && activity.completedByMeasure) {
    known['completed'] = progress === undefined ? undefined : progress >= activity.minProgressMeasure;
  }
  return Object.fromEntries(Object.entries(known).filter(([, each]) => each !== undefined));
}

/** What the activity itself knows, without what others share. */
export const localOf = (session: Session, activity: Activity, objective: Objective): Readonly<ObjectiveState> =>
  own(session.of(activity).objectives, objective.id) ?? {};

/** Sets Objective Satisfied Status; an objective that is satisfied by measure takes no other word for it. */
export function setSatisfied(session: Session, activity: Activity, objective: Objective, satisfied: boolean | undefined): void {
  if (!objective.satisfiedByMeasure) write(session, activity, objective, { satisfied });
}

/** Sets Objective Normalized Measure, and what follows from it. SN 4.2.1.2, adlseq:measureSatisfactionIfActive. */
export function setMeasure(session: Session, activity: Activity, objective: Objective, measure: number | undefined): void {
  const decides = objective.satisfiedByMeasure && (activity.measureSatisfactionIfActive || !session.of(activity).active);
  const satisfied = measure === undefined ? undefined : measure >= objective.minNormalizedMeasure;
  write(session, activity, objective, { measure, ...(decides && { satisfied }) });
}

/** Sets Attempt Completion Status (primary objective), or that of another objective. */
export function setCompleted(session: Session, activity: Activity, objective: Objective, completed: boolean | undefined): void {
  if (!objective.primary || !activity.completedByMeasure) write(session, activity, objective, { completed });
}

/** Sets Attempt Completion Amount (primary objective), and what follows from it, or the progress of another objective. */
export function setProgress(session: Session, activity: Activity, objective: Objective, progress: number | undefined): void {
  const decides = objective.primary && activity.completedByMeasure;
  const completed = progress === undefined ? undefined : progress >= activity.minProgressMeasure;
  write(session, activity, objective, { progress, ...(decides && { completed }) });
}

/** Brings statuses that follow from measures up to date when an attempt ends: a shared measure may have changed meanwhile. */
export function settleMeasures(session: Session, activity: Activity): void {
  for (const objective of activity.objectives) {
    if (objective.satisfiedByMeasure) setMeasure(session, activity, objective, measureOf(session, activity, objective));
  }
  const [primary] = activity.objectives;
  if (activity.completedByMeasure) setProgress(session, activity, primary, progressOf(session, activity, primary));
}

/** Sets values of a local objective and of the shared ones it writes to; undefined makes a value unknown. */
export function write(session: Session, activity: Activity, objective: Objective, values: Partial<ObjectiveState>): void {
  if (!activity.tracked) return;
  const { objectives } = session.change(activity);
  assign(own(objectives, objective.id) ?? define(objectives, objective.id, {}), values);
  for (const map of objective.maps) {
    const written = Object.entries(values).filter(([field]) => map[writeFlag[field as Field]] === true);
    if (written.length === 0) continue;
    const shared = session.state.objectives;
    assign(own(shared, map.targetObjectiveID) ?? define(shared, map.targetObjectiveID, {}), Object.fromEntries(written));
  }
}

function assign(target: ObjectiveState, values: Partial<ObjectiveState>): void {
  Object.assign(target, values);
  for (const [field, each] of Object.entries(values)) if (each === undefined) delete target[field as Field];
}

/** The shared objectives that an activity writes to. */
export const writtenBy = (activity: Activity): string[] =>
  activity.objectives.flatMap(({ maps }) =>
    maps.filter((map) => Object.values(writeFlag).some((flag) => map[flag] === true)).map((map) => map.targetObjectiveID),
  );
