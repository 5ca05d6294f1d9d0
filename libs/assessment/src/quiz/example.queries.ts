import type { EntityManager } from '@mikro-orm/postgresql';
import type { QuizWarning } from '@aula/contracts';
import { drawn } from '../attempt/attempt.entity.js';
import { questionsAt } from '../attempt/paper.queries.js';
import { assembled, type Asked } from './quiz.entity.js';
import { candidatesFor, type KeptQuiz } from './quiz.queries.js';

/** The questions of an attempt as it could be, drawn afresh, and what stands in the way of what the quiz wishes. */
export const exampleOf = async (
  em: EntityManager,
  { bankId, pick, sections }: Pick<KeptQuiz, 'bankId' | 'pick' | 'sections'>,
  below: (limit: number) => number,
): Promise<{ asked: Asked[]; warnings: QuizWarning[] }> => {
  if (sections) return assembled(sections, await candidatesFor(em, bankId, sections), below);
  const { length } = await candidatesFor(em, bankId, [{ order: 'fixed', entries: [{ kind: 'draw', tags: [], count: 1 }] }]);
  const asked = await questionsAt(em, bankId, drawn(length, pick, below));
  return { asked: asked.map((each) => ({ ...each, section: null, worth: null })), warnings: [] };
};
