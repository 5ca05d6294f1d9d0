import type { Criterion, MarkCreate, ProblemCode, ProblemParameters, MarkingView } from '@aula/contracts';

/** Seconds from the last mark to the grade: as long a marker can take a slip back without a trace in the learner's results. */
export const settleSeconds = 30;
/** Minutes for which an essay stays in a marker's hands after they last touched it. */
export const claimMinutes = 15;

export type MarkingState = MarkingView['state'];
export interface GivenMark {
  turn: number;
  points: number;
}
/** How many mark each essay, and from which difference on a third decides; see `QuizCreate`. */
export interface MarkingRule {
  markers: number;
  markTolerance: number;
  maxPoints: number;
}

/** What the marks make of an essay: the points that count, or what is to be done next. */
export const outcomeOf = (marks: readonly GivenMark[], rule: MarkingRule): { state: MarkingState; points: number | null } => {
  const deciding = marks.find(({ turn }) => turn === 3);
  if (deciding) return { state: 'marked', points: deciding.points };
  const [first, second] = marks;
  if (!first) return { state: 'first', points: null };
  if (rule.markers === 1) return { state: 'marked', points: first.points };
  if (!second) return { state: 'second', points: null };
  const apart = Math.abs(first.points - second.points) > rule.markTolerance * rule.maxPoints;
  return apart ? { state: 'third', points: null } : { state: 'marked', points: (first.points + second.points) / 2 };
};

/** The turn of a further mark. */
export const nextTurn = (marks: readonly GivenMark[], rule: MarkingRule): number =>
  outcomeOf(marks, rule).state === 'third' ? 3 : ([1, 2].find((turn) => marks.every((mark) => mark.turn !== turn)) ?? 3);

export interface MarkFault {
  path: string;
  code: ProblemCode;
  parameters: ProblemParameters;
}
/** What is wrong with a mark; undefined for nothing. Of a question with a rubric each criterion gets points, and they add up. */
export const faultOf = ({ points, criteria }: MarkCreate, rubric: readonly Criterion[], maxPoints: number): MarkFault | undefined => {
  if (points > maxPoints) return { path: 'points', code: 'marking.points-out-of-range', parameters: { limit: maxPoints } };
  const share = rubric.length > 0 ? maxPoints / rubric.reduce((sum, criterion) => sum + criterion.points, 0) : 1;
  const within = criteria.every((given, at) => given <= (rubric[at]?.points ?? 0));
  const sum = criteria.reduce((total, given) => total + given, 0) * share;
  if (criteria.length === rubric.length && within && (rubric.length === 0 || Math.abs(sum - points) < 0.26)) return undefined;
  return { path: 'criteria', code: 'marking.criteria-wrong', parameters: { count: rubric.length } };
};
