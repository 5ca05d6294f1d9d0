/**
 * What is known of one objective, local or shared. A member that is absent is unknown: the standard's status flag and value in one.
 * SN 4.2.1 (objective progress), 4th Edition also scores, completion and progress.
 */
export type ObjectiveState = {
  satisfied?: boolean;
  /** −1 to 1. */
  measure?: number;
  raw?: number;
  min?: number;
  max?: number;
  completed?: boolean;
  /** 0 to 1. */
  progress?: number;
};

/** Tracking and state of one activity. The completion of the activity itself is that of its primary objective. SN 4.2. */
export type ActivityState = {
  /** Activity Attempt Count. */
  attempts: number;
  active: boolean;
  suspended: boolean;
  /** Local objectives by id, of the present or last attempt. */
  objectives: Record<string, ObjectiveState>;
  /** The parent began a new attempt since: what is known is of an earlier one. */
  earlier?: { objectives: boolean; progress: boolean };
  /** The content itself said `unknown`, which is then not taken for silence. */
  said?: { completion?: boolean; success?: boolean };
  /** Ids of cmi.objectives by index, where content added to those of the manifest. */
  ids?: string[];
  /** Available children by id, in order; absent: all of them. */
  children?: string[];
  selected?: boolean;
  randomized?: boolean;
};

/** The whole sequencing state of one attempt, as plain JSON: with the same tree and the same requests it is always the same. */
export type SequencingState = {
  /** Where chance comes from. */
  seed: number;
  /** How often chance was asked. */
  draws: number;
  /** Current Activity. */
  current: string | null;
  /** Suspended Activity. */
  suspended: string | null;
  activities: Record<string, ActivityState>;
  /** Shared objectives by id. */
  objectives: Record<string, ObjectiveState>;
  /** Shared data stores by id (adlcp:data). */
  stores: Record<string, string>;
  /** The visit of the content that is open: what it has reported since Initialize, by data model element. */
  visit: { activity: string; values: Record<string, string> } | null;
};

/** The state before the first request. `seed`: a whole number that belongs to the attempt. */
export function initialSequencing(seed: number): SequencingState {
  return { seed: seed >>> 0, draws: 0, current: null, suspended: null, activities: {}, objectives: {}, stores: {}, visit: null };
}

export const untouched = (): ActivityState => ({ attempts: 0, active: false, suspended: false, objectives: {} });
