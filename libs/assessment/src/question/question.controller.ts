import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Actor, BankId, PageQuery, QuestionCreate, QuestionId, QuestionList, QuestionView, type Page } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import type { QuestionRow } from './question.queries.js';
import { QuestionService } from './question.service.js';

@Controller('api/assessment/banks/:id/questions')
export class QuestionController {
  constructor(private readonly questions: QuestionService) {}

  @Post()
  @May('assessment.author', QuestionView, { status: 201 })
  async add(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Body({ schema: QuestionCreate }) body: QuestionCreate,
  ): Promise<QuestionView> {
    return toView(await this.questions.add(actor, bankId, body));
  }

  @Put(':questionId')
  @May('assessment.author', QuestionView)
  async revise(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('questionId', { schema: QuestionId }) id: QuestionId,
    @Body({ schema: QuestionCreate }) body: QuestionCreate,
  ): Promise<QuestionView> {
    return toView(await this.questions.revise(actor, bankId, id, body));
  }

  @Get()
  @May('assessment.author', QuestionList)
  async list(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Query({ schema: PageQuery }) query: PageQuery,
  ): Promise<Page<QuestionView>> {
    const { items, next } = await this.questions.list(actor, bankId, query);
    return { items: items.map(toView), next };
  }
}

const toView = (question: QuestionRow): QuestionView => {
  const { id, version, kind, title, text, points, feedback } = question;
  const statement = kind === 'true-false';
  const worth = (place: number) => ({ weight: Number(question.weights[place]!.toFixed(5)), feedback: question.feedbacks[place] ?? null });
  const choices = statement ? ['true', 'false'] : question.choices;
  return {
    ...{ id, version, kind, title, text, points, feedback },
    correct: statement ? question.weights[0]! > 0 : null,
    choices: choices.map((choice, place) => ({ text: choice, ...worth(place) })),
    accepted: question.minimums.map((minimum, place) => ({ minimum, maximum: question.maximums[place]!, ...worth(place) })),
    texts: question.texts.map((accepted, place) => ({ text: accepted, ...worth(place) })),
  };
};
