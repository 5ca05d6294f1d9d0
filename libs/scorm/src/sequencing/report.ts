import { judge } from '../data-model/elements.js';
import { numberOf } from '../runtime/reported.js';
import { define, own, type Session } from './session.js';
import type { ObjectiveState } from './state.js';
import { objectiveOf, setCompleted, setMeasure, setProgress, setSatisfied, write } from './tracking.js';
import { isLeaf, type Activity, type Objective } from './tree.js';

/** Elements of the data model that sequencing depends on. SCORM 2004 4th Ed. RTE 4.2, SN 4.2.1 and 4.2.6. */
const relevant =
  /^(cmi\.(completion_status|success_status|progress_measure|score\.scaled|exit)|cmi\.objectives\.\d+\.[a-z_.]+|adl\.data\.\d+\.store)$/;

/** Of one visit; the data model asks for 100 at least. */
const mostObjectives = 1_000;

/** Content called Initialize: its visit begins. */
export function beginVisit(session: Session, activityId: string): void {
  if (session.state.current === activityId) session.state.visit = { activity: activityId, values: {} };
}

/** Content set a value, and the API took it. */
export function noteValue(session: Session, activityId: string, element: string, value: string): void {
  const { visit } = session.state;
  if (visit?.activity !== activityId || !relevant.test(element)) return;
  if (!element.endsWith('.id') && judge(element, value) !== 0) return;
  const activity = session.find(activityId);
  const index = Number(/\.(\d+)\./.exec(element)?.[1] ?? -1);
  if (index > mostObjectives || value.length > (element.endsWith('.store') ? 64_000 : 4_000)) return;
  if (element.endsWith('.store')) storeData(session, activity, index, value);
  else if (element.startsWith('cmi.objectives.') && element.endsWith('.id')) nameObjective(session, activity, index, value);
  else define(visit.values, element, value);
}

/** Content called Terminate, or was cut off: what it reported becomes the tracking data of its activity. */
export function endVisit(session: Session): void {
  const { visit } = session.state;
  session.state.visit = null;
  const activity = visit && session.find(visit.activity);
  if (!visit || !activity || !isLeaf(activity) || session.current !== activity || !session.of(activity).active) return;
  objectivesReported(session, activity, visit.values);
  primaryReported(session, activity, visit.values);
  session.change(activity).suspended = own(visit.values, 'cmi.exit') === 'suspend';
}

/** Ids of cmi.objectives by index: the manifest's named objectives, then what content added. */
const objectiveIdsOf = (session: Session, activity: Activity): readonly string[] =>
  session.of(activity).ids ?? namedObjectives(activity).map(({ id }) => id);

/** The objectives that content sees: those the manifest names, the primary one first. RTE 4.2.17.1. */
export const namedObjectives = (activity: Activity): Objective[] => {
  const ids = [activity.settings.primaryObjective, ...(activity.settings.objectives ?? [])].flatMap((each) => each?.objectiveID ?? []);
  const seen = new Set<string>();
  return activity.objectives.filter(({ id, primary }) => {
    const hidden = id === '' || (primary && id === `${activity.id}~primary`) || seen.has(id) || !ids.includes(id);
    seen.add(id);
    return !hidden;
  });
};

function nameObjective(session: Session, activity: Activity | null, index: number, id: string): void {
  if (!activity) return;
  const ids = [...objectiveIdsOf(session, activity)];
  if (index > ids.length || ids[index] === id) return;
  ids[index] = objectiveOf(activity, id) ? id : ''; // what content adds for itself steers nothing
  session.change(activity).ids = ids;
}

function storeData(session: Session, activity: Activity | null, index: number, value: string): void {
  const map = activity?.settings.sharedDataMaps?.[index];
  if (map?.writeSharedData) define(session.state.stores, map.targetID, value);
}

type Values = Readonly<Record<string, string>>;

function objectivesReported(session: Session, activity: Activity, values: Values): void {
  for (const [index, id] of objectiveIdsOf(session, activity).entries()) {
    const objective = objectiveOf(activity, id);
    if (!objective) continue;
    const said = (element: string): string | undefined => own(values, `cmi.objectives.${index}.${element}`);
    apply(session, activity, objective, {
      success: said('success_status'),
      completion: said('completion_status'),
      measure: said('score.scaled'),
      progress: said('progress_measure'),
    });
    const scores = { raw: numberOf(said('score.raw')), min: numberOf(said('score.min')), max: numberOf(said('score.max')) };
    write(session, activity, objective, known(scores));
  }
}

/** cmi.completion_status and its like speak of the activity itself; a success of the primary objective by name is more particular. */
function primaryReported(session: Session, activity: Activity, values: Values): void {
  const [objective] = activity.objectives;
  const index = objectiveIdsOf(session, activity).indexOf(objective.id);
  const byName = index >= 0 ? own(values, `cmi.objectives.${index}.success_status`) : undefined;
  apply(session, activity, objective, {
    success: byName ?? own(values, 'cmi.success_status'),
    completion: own(values, 'cmi.completion_status'),
    measure: own(values, 'cmi.score.scaled'),
    progress: own(values, 'cmi.progress_measure'),
  });
}

type Said = Record<'success' | 'completion' | 'measure' | 'progress', string | undefined>;

const successes: Readonly<Record<string, boolean>> = { passed: true, failed: false };
const completions: Readonly<Record<string, boolean>> = { completed: true, incomplete: false, 'not attempted': false };

function apply(session: Session, activity: Activity, objective: Objective, { success, completion, measure, progress }: Said): void {
  if (success !== undefined) setSatisfied(session, activity, objective, successes[success]);
  if (completion !== undefined) setCompleted(session, activity, objective, completions[completion]);
  if (numberOf(measure) !== undefined) setMeasure(session, activity, objective, numberOf(measure));
  if (numberOf(progress) !== undefined) setProgress(session, activity, objective, numberOf(progress));
  if (!objective.primary || (success === undefined && completion === undefined)) return;
  const state = session.change(activity);
  state.said = {
    ...state.said,
    ...(completion !== undefined && { completion: completion === 'unknown' }),
    ...(success !== undefined && { success: success === 'unknown' }),
  };
}

const known = (values: ObjectiveState | Record<string, number | undefined>): Partial<ObjectiveState> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
