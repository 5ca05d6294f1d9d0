import { Controller, Get, Param } from '@nestjs/common';
import { Actor, AttemptId, AttemptReview, type ReviewedQuestion } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { responseOf } from '../attempt/attempt.controller.js';
import type { ReviewRow } from './review.queries.js';
import { ReviewService } from './review.service.js';

@Controller('api/assessment/attempts/:id/review')
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Get()
  @May('attempt.read', AttemptReview)
  async read(@Signed() actor: Actor, @Param('id', { schema: AttemptId }) id: AttemptId): Promise<AttemptReview> {
    const { questions, ...review } = await this.reviews.read(actor, id);
    return { ...review, questions: questions.map((question) => toReviewed(question, review.released === 'answers')) };
  }
}

/** A question with what was answered; `open`: with its key and feedback. */
export const toReviewed = (row: ReviewRow, open: boolean): ReviewedQuestion => {
  const { number, kind, text, section, points, score, comments } = row;
  const response = responseOf(row);
  const statement = kind === 'true-false';
  // of a statement the feedback on the answer that was given stands for the question's own
  const said = statement && row.truth !== null ? row.feedbacks[row.truth ? 0 : 1] : null;
  return {
    ...{ number, kind, text, section, points, score, comments, response },
    choices: row.shown.map((choice, index) => ({
      index,
      text: choice,
      right: open ? (row.weights[index] ?? 0) > 0 : null,
      feedback: open ? (row.feedbacks[index] ?? null) : null,
    })),
    truth: open && statement ? row.statement : null,
    solutions: open ? solutionsOf(row) : [],
    feedback: open ? [said, row.feedback].filter(Boolean).join('\n') || null : null,
    criteria: row.criteria.map((criterion, at) => ({
      title: criterion.title,
      points: criterion.points,
      earned: row.criteriaPoints?.[at] ?? null,
    })),
  };
};

const solutionsOf = ({ minimums, maximums, texts }: ReviewRow): string[] => [
  ...minimums.map((minimum, at) => (minimum === maximums[at] ? String(minimum) : `${minimum} – ${maximums[at]!}`)),
  ...texts,
];
