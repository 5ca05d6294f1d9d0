import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  Actor,
  BankId,
  QuestionCreate,
  QuestionId,
  QuestionList,
  QuestionQuery,
  QuestionTagList,
  QuestionView,
  type Page,
} from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import type { QuestionRow } from './question.queries.js';
import { QuestionService } from './question.service.js';

@Controller('api/assessment/banks/:id')
export class QuestionController {
  constructor(private readonly questions: QuestionService) {}

  @Post('questions')
  @May('assessment.author', QuestionView, { status: 201 })
  async add(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Body({ schema: QuestionCreate }) body: QuestionCreate,
  ): Promise<QuestionView> {
    return toView(await this.questions.add(actor, bankId, body));
  }

  @Put('questions/:questionId')
  @May('assessment.author', QuestionView)
  async revise(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('questionId', { schema: QuestionId }) id: QuestionId,
    @Body({ schema: QuestionCreate }) body: QuestionCreate,
  ): Promise<QuestionView> {
    return toView(await this.questions.revise(actor, bankId, id, body));
  }

  @Get('questions')
  @May('assessment.author', QuestionList)
  async list(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Query({ schema: QuestionQuery }) query: QuestionQuery,
  ): Promise<Page<QuestionView>> {
    const { items, next } = await this.questions.list(actor, bankId, query);
    return { items: items.map(toView), next };
  }

  @Get('questions/:questionId')
  @May('assessment.author', QuestionView)
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('questionId', { schema: QuestionId }) id: QuestionId,
  ): Promise<QuestionView> {
    return toView(await this.questions.read(actor, bankId, id));
  }

  @Post('questions/:questionId/retirement')
  @HttpCode(200)
  @May('assessment.author', QuestionView)
  async retire(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('questionId', { schema: QuestionId }) id: QuestionId,
  ): Promise<QuestionView> {
    return toView(await this.questions.retire(actor, bankId, id, true));
  }

  @Delete('questions/:questionId/retirement')
  @May('assessment.author', QuestionView)
  async takeBack(
    @Signed() actor: Actor,
    @Param('id', { schema: BankId }) bankId: BankId,
    @Param('questionId', { schema: QuestionId }) id: QuestionId,
  ): Promise<QuestionView> {
    return toView(await this.questions.retire(actor, bankId, id, false));
  }

  @Get('tags')
  @May('assessment.author', QuestionTagList)
  async tags(@Signed() actor: Actor, @Param('id', { schema: BankId }) bankId: BankId): Promise<QuestionTagList> {
    return { items: await this.questions.tags(actor, bankId), next: null };
  }
}

const toView = (question: QuestionRow): QuestionView => {
  const { id, version, kind, title, text, points, feedback, language, translations, tags, wordLimit, rubric, retired } = question;
  const statement = kind === 'true-false';
  const worth = (place: number) => ({ weight: Number(question.weights[place]!.toFixed(5)), feedback: question.feedbacks[place] ?? null });
  const choices = statement ? ['true', 'false'] : question.choices;
  return {
    ...{ id, version, kind, title, text, points, feedback, language, translations, tags, wordLimit, rubric, retired },
    correct: statement ? question.weights[0]! > 0 : null,
    choices: choices.map((choice, place) => ({ text: choice, ...worth(place) })),
    accepted: question.minimums.map((minimum, place) => ({ minimum, maximum: question.maximums[place]!, ...worth(place) })),
    texts: question.texts.map((accepted, place) => ({ text: accepted, ...worth(place) })),
  };
};
