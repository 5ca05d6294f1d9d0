import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  CourseId,
  PageQuery,
  ReviewerList,
  ReviewerQuery,
  WaitingReviewList,
  type Actor,
  type Page,
  type ReviewerView,
  type WaitingReviewView,
} from '@aula/contracts';
import { May, Signed, decodeCursor, pageOfRows, sortValue } from '@aula/platform';
import { CourseReviewService } from './course-review.service.js';

/** Who may review, and what waits for the reader's review. */
@Controller('api/catalog')
export class ReviewerController {
  constructor(private readonly reviews: CourseReviewService) {}

  @Get('courses/:courseId/reviewers')
  @May('course.author', ReviewerList)
  async reviewers(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Query({ schema: ReviewerQuery }) query: ReviewerQuery,
  ): Promise<Page<ReviewerView>> {
    return pageOfRows(
      await this.reviews.reviewers(actor, courseId, query),
      query.limit,
      ({ id, name, institution }) => ({ id, name, institution }),
      ({ sorted, id }) => [sorted, id],
    );
  }

  @Get('reviews')
  @May('course.author', WaitingReviewList)
  async waiting(@Signed() actor: Actor, @Query({ schema: PageQuery }) { cursor, limit }: PageQuery): Promise<Page<WaitingReviewView>> {
    const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
    return pageOfRows(
      await this.reviews.waiting(actor, { before, limit }),
      limit,
      (review) => review,
      (review) => [review.id],
    );
  }
}
