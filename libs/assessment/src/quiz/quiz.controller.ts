import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Actor, QuizCreate, QuizId, QuizList, QuizPreview, QuizQuery, QuizView, type Page } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { toQuestionView } from '../attempt/attempt.controller.js';
import { QuizService } from './quiz.service.js';

@Controller('api/assessment')
export class QuizController {
  constructor(private readonly quizzes: QuizService) {}

  @Post('quizzes')
  @May('assessment.author', QuizView, { status: 201 })
  create(@Signed() actor: Actor, @Body({ schema: QuizCreate }) body: QuizCreate): Promise<QuizView> {
    return this.quizzes.create(actor, body);
  }

  @Get('quizzes')
  @May('assessment.author', QuizList)
  list(@Signed() actor: Actor, @Query({ schema: QuizQuery }) query: QuizQuery): Promise<Page<QuizView>> {
    return this.quizzes.list(actor, query);
  }

  @Get('quizzes/:id')
  @May('quiz.read', QuizView)
  read(@Signed() actor: Actor, @Param('id', { schema: QuizId }) id: QuizId): Promise<QuizView> {
    return this.quizzes.read(actor, id);
  }

  @Put('quizzes/:id')
  @May('assessment.author', QuizView)
  change(
    @Signed() actor: Actor,
    @Param('id', { schema: QuizId }) id: QuizId,
    @Body({ schema: QuizCreate }) body: QuizCreate,
  ): Promise<QuizView> {
    return this.quizzes.change(actor, id, body);
  }

  @Post('quizzes/:id/copies')
  @May('assessment.author', QuizView, { status: 201 })
  copy(@Signed() actor: Actor, @Param('id', { schema: QuizId }) id: QuizId): Promise<QuizView> {
    return this.quizzes.copy(actor, id);
  }

  /** Changes nothing. */
  @Post('quiz-previews')
  @HttpCode(200)
  @May('assessment.author', QuizPreview)
  async preview(@Signed() actor: Actor, @Body({ schema: QuizCreate }) body: QuizCreate): Promise<QuizPreview> {
    const { questions, ...more } = await this.quizzes.preview(actor, body);
    return { ...more, questions: questions.map(toQuestionView) };
  }
}
