import type { MarkCreate, MarkingTask } from '@aula/contracts';
import { readNumber } from '../../lib/number.js';

/** What the form of a mark holds while it is being typed: points for each criterion, or one number where there is no rubric. */
export interface MarkFields {
  points: string[];
  comment: string;
  reason: string;
}

/** The most points of each field. */
export const limitsOf = ({ rubric, maxPoints }: Pick<MarkingTask, 'rubric' | 'maxPoints'>): number[] =>
  rubric.length > 0 ? rubric.map(({ points }) => points) : [maxPoints];

/** The mark that is there, to be changed, or nothing yet. */
export const markFields = (task: MarkingTask): MarkFields => {
  const given = task.own ?? (task.may.includes('change') ? task.others.at(-1) : undefined);
  const points = given ? (given.criteria.length > 0 ? given.criteria : [given.points]) : limitsOf(task).map(() => null);
  return { points: points.map((each) => (each === null ? '' : String(each))), comment: given?.comment ?? '', reason: '' };
};

/** A number in steps of a quarter, 0 to the limit. */
const pointsIn = (typed: string, limit: number): number | undefined => {
  const value = readNumber(typed);
  return value !== undefined && value >= 0 && value <= limit && Number.isInteger(value * 4) ? value : undefined;
};

/** The sum as far as it is typed; criteria count as shares of what the question is worth in this quiz. */
export const sumOf = (fields: MarkFields, task: Pick<MarkingTask, 'rubric' | 'maxPoints'>): number => {
  const limits = limitsOf(task);
  const most = limits.reduce((sum, each) => sum + each, 0);
  const sum = limits.reduce((total, limit, at) => total + (pointsIn(fields.points[at] ?? '', limit) ?? 0), 0);
  return Math.round(((sum * task.maxPoints) / most) * 4) / 4;
};

/** The request, or the places of the points that are missing or wrong; `reason` when the grade is given. */
export const markOf = (fields: MarkFields, task: MarkingTask): { mark: MarkCreate } | { wrong: number[]; reason: boolean } => {
  const limits = limitsOf(task);
  const read = limits.map((limit, at) => pointsIn(fields.points[at] ?? '', limit));
  const wrong = read.flatMap((value, at) => (value === undefined ? [at] : []));
  const reason = task.graded && fields.reason.trim().length < 3;
  if (wrong.length > 0 || reason) return { wrong, reason };
  const criteria = task.rubric.length > 0 ? read.map((value) => value ?? 0) : [];
  const comment = fields.comment.trim() || null;
  return { mark: { points: sumOf(fields, task), criteria, comment, reason: task.graded ? fields.reason.trim() : null } };
};
