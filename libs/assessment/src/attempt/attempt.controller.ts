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
  attemptTokenHeader,
  type AnswerResponse,
  type AttemptQuestionView,
  type Page,
} from '@aula/contracts';
import { Calling, May, Passes, Signed, type AulaReply, type Caller } from '@aula/platform';
import { AnswerService } from './answer.service.js';
import type { AttemptRow } from './attempt.queries.js';
import type { ShownQuestion } from './paper.queries.js';
import { AttemptService } from './attempt.service.js';

/** An attempt's own token saves and submits without a session. */
const ownToken = { pass: attemptTokenHeader };

@Controller('api/assessment')
export class AttemptController {
  constructor(
    private readonly attempts: AttemptService,
    private readonly answers: AnswerService,
    private readonly passes: Passes,
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
    this.giveToken(reply, actor, attempt);
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
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: AttemptId }) id: AttemptId,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<AttemptView> {
    const { attempt, questions } = await this.attempts.read(actor, id);
    this.giveToken(reply, actor, attempt);
    return toView(attempt, questions);
  }

  @Put('attempts/:id/answers/:questionId')
  @May('attempt.sit', AnswerView, ownToken)
  answer(
    @Calling() caller: Caller,
    @Param('id', { schema: AttemptId }) id: AttemptId,
    @Param('questionId', { schema: QuestionId }) questionId: QuestionId,
    @Body({ schema: AnswerPut }) body: AnswerPut,
  ): Promise<AnswerView> {
    return this.answers.save(caller, id, questionId, body);
  }

  @Post('attempts/:id/submission')
  @HttpCode(202)
  @May('attempt.sit', AttemptView, { ...ownToken, status: 202 })
  async submit(@Calling() caller: Caller, @Param('id', { schema: AttemptId }) id: AttemptId): Promise<AttemptView> {
    const { attempt } = await this.attempts.submit(caller, id);
    return toView(attempt);
  }

  /** In a header: bodies are kept for repeats with the same `Idempotency-Key`, and by caches. */
  private giveToken(reply: AulaReply, { personId }: Actor, { id, personId: sitting, tokenUntil: until }: AttemptRow): void {
    if (until === null || personId !== sitting) return;
    void reply.header(attemptTokenHeader, this.passes.tokenFor(attemptTokenHeader, id, { personId, until }));
    void reply.header('cache-control', 'no-store');
  }
}

const toView = (
  { personId: _, tokenUntil: __, authored: ___, ...attempt }: AttemptRow,
  questions?: readonly ShownQuestion[],
): AttemptView => ({
  ...attempt,
  ...(questions ? { questions: questions.map(toQuestionView) } : {}),
});

export const toQuestionView = (question: ShownQuestion): AttemptQuestionView => {
  const { id, number, kind, text, points, section, wordLimit, criteria, shown, sequence } = question;
  const choices = shown.map((choice, index) => ({ index, text: choice }));
  const asked = { id, number, kind, text, points, section, wordLimit, criteria, choices };
  return { ...asked, response: responseOf(question), sequence: sequence ?? 0 };
};

type Answered = Pick<ShownQuestion, 'choice' | 'choices' | 'truth' | 'value' | 'words'>;
export const responseOf = ({ choice, choices, truth, value, words }: Answered): AnswerResponse =>
  choice ?? choices ?? truth ?? value ?? words;
