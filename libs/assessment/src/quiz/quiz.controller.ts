import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Actor, PageQuery, QuizCreate, QuizId, QuizList, QuizView, type Page } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { QuizService } from './quiz.service.js';

@Controller('api/assessment/quizzes')
export class QuizController {
  constructor(private readonly quizzes: QuizService) {}

  @Post()
  @May('assessment.author', QuizView, { status: 201 })
  create(@Signed() actor: Actor, @Body({ schema: QuizCreate }) body: QuizCreate): Promise<QuizView> {
    return this.quizzes.create(actor, body);
  }

  @Get()
  @May('assessment.author', QuizList)
  list(@Signed() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<QuizView>> {
    return this.quizzes.list(actor, query);
  }

  @Get(':id')
  @May('quiz.read', QuizView)
  read(@Signed() actor: Actor, @Param('id', { schema: QuizId }) id: QuizId): Promise<QuizView> {
    return this.quizzes.read(actor, id);
  }
}
