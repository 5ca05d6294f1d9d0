import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  Actor,
  AnswerPut,
  AnswerView,
  AttemptCreate,
  AttemptId,
  AttemptList,
  AttemptQuery,
  AttemptView,
  QuestionId,
  QuizId,
  type AnswerResponse,
  type AttemptQuestionView,
  type Page,
} from '@aula/contracts';
import { May, Signed, type AulaReply } from '@aula/platform';
import { AnswerService } from './answer.service.js';
import type { AttemptRow, ShownQuestion } from './attempt.queries.js';
import { AttemptService } from './attempt.service.js';

@Controller('api/assessment')
export class AttemptController {
  constructor(
    private readonly attempts: AttemptService,
    private readonly answers: AnswerService,
  ) {}

  @Post('quizzes/:id/attempts')
  @May('attempt.sit', AttemptView, { status: 201 })
  async start(
    @Signed() actor: Actor,
    @Param('id', { schema: QuizId }) quizId: QuizId,
    @Body({ schema: AttemptCreate }) body: AttemptCreate,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<AttemptView> {
    const { attempt, questions, isNew } = await this.attempts.start(actor, quizId, body);
    void reply.status(isNew ? 201 : 200);
    return toView(attempt, questions);
  }

  @Get('attempts')
  @May('attempt.read', AttemptList)
  async list(@Signed() actor: Actor, @Query({ schema: AttemptQuery }) query: AttemptQuery): Promise<Page<AttemptView>> {
    const { items, next } = await this.attempts.list(actor, query);
    return { items: items.map((attempt) => toView(attempt)), next };
  }

  @Get('attempts/:id')
  @May('attempt.read', AttemptView)
  async read(@Signed() actor: Actor, @Param('id', { schema: AttemptId }) id: AttemptId): Promise<AttemptView> {
    const { attempt, questions } = await this.attempts.read(actor, id);
    return toView(attempt, questions);
  }

  @Put('attempts/:id/answers/:questionId')
  @May('attempt.sit', AnswerView)
  answer(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) id: AttemptId,
    @Param('questionId', { schema: QuestionId }) questionId: QuestionId,
    @Body({ schema: AnswerPut }) body: AnswerPut,
  ): Promise<AnswerView> {
    return this.answers.save(actor, id, questionId, body);
  }

  @Post('attempts/:id/submission')
  @HttpCode(202)
  @May('attempt.sit', AttemptView, { status: 202 })
  async submit(@Signed() actor: Actor, @Param('id', { schema: AttemptId }) id: AttemptId): Promise<AttemptView> {
    const { attempt } = await this.attempts.submit(actor, id);
    return toView(attempt);
  }
}

const toView = ({ personId: _, ...attempt }: AttemptRow, questions?: readonly ShownQuestion[]): AttemptView => ({
  ...attempt,
  ...(questions ? { questions: questions.map(toQuestionView) } : {}),
});

const toQuestionView = (question: ShownQuestion): AttemptQuestionView => {
  const { id, number, kind, text, points, shown, sequence } = question;
  const choices = shown.map((choice, index) => ({ index, text: choice }));
  return { id, number, kind, text, points, choices, response: responseOf(question), sequence: sequence ?? 0 };
};

const responseOf = ({ choice, choices, truth, value, words }: ShownQuestion): AnswerResponse =>
  choice ?? choices ?? truth ?? value ?? words;
