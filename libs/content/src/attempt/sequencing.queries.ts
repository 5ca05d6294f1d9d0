import type { EntityManager } from '@mikro-orm/postgresql';
import type { ObjectiveState, SequencingState } from '@aula/scorm';
import { rows, type Statements } from '@aula/platform';
import type { SharedState } from './sequencing.entity.js';
import { fromStored, fromStoredJson, toStored, toStoredJson } from './text.entity.js';

/** The sequencing states of some attempts, by id; one that has none is missing. */
export const sequencingOf = async (on: Statements, attemptIds: readonly string[]): Promise<ReadonlyMap<string, SequencingState>> => {
  if (attemptIds.length === 0) return new Map();
  const found = await rows<{ attempt_id: string; state: SequencingState }>(
    on,
    { name: 'sequencing', text: `select attempt_id, state from content.sequencing where attempt_id = any($1::uuid[])` },
    [attemptIds],
  );
  return new Map(found.map(({ attempt_id, state }) => [attempt_id, fromStoredJson(state)]));
};

/** What a learner brings along of these shared objectives and data stores. */
export const sharedOf = async (
  em: EntityManager,
  personId: string,
  ids: { objectives: readonly string[]; stores: readonly string[] },
): Promise<SharedState> => {
  const objectives = await rows<{ objective_id: string; state: ObjectiveState }>(
    em,
    `select objective_id, state from content.shared_objective where person_id = $1 and objective_id = any($2::text[])`,
    [personId, ids.objectives.map(toStored)],
  );
  const stores = await rows<{ store_id: string; data: string }>(
    em,
    `select store_id, data from content.shared_store where person_id = $1 and store_id = any($2::text[])`,
    [personId, ids.stores.map(toStored)],
  );
  return {
    objectives: Object.fromEntries(objectives.map(({ objective_id, state }) => [fromStored(objective_id), fromStoredJson(state)])),
    stores: Object.fromEntries(stores.map(({ store_id, data }) => [fromStored(store_id), fromStored(data)])),
  };
};

/** Keeps the state that a lease was given. */
export const saveSequencing = (em: EntityManager, attemptId: string, state: SequencingState): Promise<object[]> =>
  rows(
    em,
    `insert into content.sequencing (attempt_id, state) values ($1, $2)
     on conflict (attempt_id) do update set state = excluded.state`,
    [attemptId, toStoredJson(state)],
  );
