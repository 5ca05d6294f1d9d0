import type { EntityManager } from '@mikro-orm/postgresql';
import { suspendData, type ScoResult, type ScoState, type ScormVersion } from '@aula/scorm';
import { resultOf } from './attempt.entity.js';
import { allScosOf, restOf } from './attempt.queries.js';
import { toState } from './sco.entity.js';

/** The runtime data of all items of an attempt, whole, and what each has come to. */
export const runtimeData = async (
  em: EntityManager,
  attemptId: string,
  version: ScormVersion,
): Promise<{ scos: Record<string, ScoState>; results: Record<string, ScoResult> }> => {
  const scos = await allScosOf(em, attemptId);
  const rest = new Map((await restOf(em, attemptId)).map((each) => [each.sco_id, each]));
  const states = scos.map((sco): [string, ScoState] => {
    const { elements = {}, data = null } = rest.get(sco.sco_id) ?? {};
    return [sco.sco_id, toState(version, sco, data === null ? elements : { ...elements, [suspendData]: data })];
  });
  return { scos: Object.fromEntries(states), results: Object.fromEntries(scos.map((sco) => [sco.sco_id, resultOf(sco)])) };
};
