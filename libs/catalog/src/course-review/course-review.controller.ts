import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CourseId,
  CourseReviewCreate,
  CourseReviewCreated,
  CourseReviewId,
  CourseReviewList,
  PageQuery,
  ReviewCommentCreate,
  ReviewCommentCreated,
  ReviewDecision,
  type Actor,
  type CourseReviewView,
  type Page,
} from '@aula/contracts';
import { May, Signed, decodeCursor, pageOfRows, sortValue } from '@aula/platform';
import { CourseReviewService } from './course-review.service.js';
import { mayIn } from './course-review.policy.js';

@Controller('api/catalog/courses/:courseId/reviews')
export class CourseReviewController {
  constructor(private readonly reviews: CourseReviewService) {}

  @Post()
  @May('course.author', CourseReviewCreated, { status: 201 })
  async ask(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Body({ schema: CourseReviewCreate }) body: CourseReviewCreate,
  ): Promise<CourseReviewCreated> {
    return { id: await this.reviews.ask(actor, courseId, body) };
  }

  @Get()
  @May('course.author', CourseReviewList)
  async list(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Query({ schema: PageQuery }) { cursor, limit }: PageQuery,
  ): Promise<Page<CourseReviewView>> {
    const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
    return pageOfRows(
      await this.reviews.list(actor, courseId, { before, limit }),
      limit,
      (review) => ({ ...review, may: mayIn(actor, review) }),
      (review) => [review.id],
    );
  }

  @Post(':id/comments')
  @May('course.author', ReviewCommentCreated, { status: 201 })
  async comment(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: CourseReviewId }) id: CourseReviewId,
    @Body({ schema: ReviewCommentCreate }) body: ReviewCommentCreate,
  ): Promise<ReviewCommentCreated> {
    return { id: await this.reviews.comment(actor, courseId, id, body) };
  }

  @Post(':id/decision')
  @HttpCode(204)
  @May('course.author')
  async decide(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: CourseReviewId }) id: CourseReviewId,
    @Body({ schema: ReviewDecision }) body: ReviewDecision,
  ): Promise<void> {
    await this.reviews.decide(actor, courseId, id, body);
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @May('course.author')
  async withdraw(
    @Signed() actor: Actor,
    @Param('courseId', { schema: CourseId }) courseId: CourseId,
    @Param('id', { schema: CourseReviewId }) id: CourseReviewId,
  ): Promise<void> {
    await this.reviews.withdraw(actor, courseId, id);
  }
}
