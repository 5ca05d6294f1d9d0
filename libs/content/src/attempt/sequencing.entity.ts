import type { RuntimeRecord } from '@aula/contracts';
import { foldSequencing, initialSequencing, type ActivityTree, type ObjectiveState, type SequencingState } from '@aula/scorm';

/** What a learner takes from course to course: shared objectives and shared data, by id. */
export interface SharedState {
  objectives: Record<string, ObjectiveState>;
  stores: Record<string, string>;
}

/** What the records of one commit make of an attempt's sequencing. */
export interface SequencingChange {
  state: SequencingState;
  /** What changed of what is shared with other courses. */
  shared: SharedState;
}

/** The state before the first record. Chance belongs to the attempt: it is drawn from its id. */
export const firstSequencing = (attemptId: string): SequencingState => initialSequencing(Number.parseInt(attemptId.slice(-8), 16));

/** The state at a lease: what the learner has learnt elsewhere meanwhile counts here. adlseq:objectivesGlobalToSystem, SN 3.10.2. */
export const withBrought = (state: SequencingState, brought: SharedState): SequencingState => ({
  ...state,
  objectives: { ...state.objectives, ...brought.objectives },
  stores: { ...state.stores, ...brought.stores },
});

/** What of `after` is not in `before`, as far as a tree shares it with other courses. */
export const newsOf = (tree: ActivityTree, before: SharedState, after: SharedState): SharedState => ({
  objectives: tree.objectivesGlobalToSystem ? changed(before.objectives, after.objectives) : {},
  stores: tree.sharedDataGlobalToSystem ? changed(before.stores, after.stores) : {},
});

/** Ids of the shared objectives and data stores that a tree speaks of. */
export const sharedIds = ({ activities }: ActivityTree): { objectives: string[]; stores: string[] } => ({
  objectives: [
    ...new Set(activities.flatMap(({ objectives }) => objectives.flatMap(({ maps }) => maps.map((map) => map.targetObjectiveID)))),
  ],
  stores: [...new Set(activities.flatMap(({ settings }) => (settings.sharedDataMaps ?? []).map((map) => map.targetID)))],
});

/** Replays records: the server's word on where the learner is and what the course has come to. */
export const advanceSequencing = (tree: ActivityTree, before: SequencingState, records: readonly RuntimeRecord[]): SequencingChange => {
  const { state } = foldSequencing(tree, before, records);
  return { state, shared: newsOf(tree, before, state) };
};

const changed = <V>(before: Readonly<Record<string, V>>, after: Readonly<Record<string, V>>): Record<string, V> =>
  Object.fromEntries(Object.entries(after).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before[id])));
