import { Injectable } from '@nestjs/common';
import type { Actor, Language, QuizId, QuizTrial, QuizTrialAnswers, QuizView } from '@aula/contracts';
import { Problem, Random, Work, currentContext, found } from '@aula/platform';
import { paperOf, typed, type Paper } from '../attempt/attempt.entity.js';
import { questionsOn, type ShownQuestion } from '../attempt/paper.queries.js';
import { BankService } from '../bank/bank.service.js';
import { exampleOf } from '../quiz/example.queries.js';
import { quizFor } from '../quiz/quiz.queries.js';
import type { ReviewRow } from '../review/review.queries.js';
import { judged } from './trial.queries.js';

/** An author's walk through a quiz: nothing of it is kept. */
@Injectable()
export class TrialService {
  constructor(
    private readonly work: Work,
    private readonly random: Random,
    private readonly banks: BankService,
  ) {}

  /** The questions of an attempt as it could be. Problem: not-found, also for a quiz whose bank the actor may not author. */
  async begin(
    actor: Actor,
    id: QuizId,
    language?: Language,
  ): Promise<{ questions: ShownQuestion[]; points: number; paper: QuizTrial['paper'] }> {
    const quiz = await this.authored(actor, id);
    const below = (limit: number): number => this.random.below(limit);
    return this.work.read(async (em) => {
      const { asked } = await exampleOf(em, quiz, below);
      const paper = paperOf(asked, below);
      if (!paper) return { questions: [], points: 0, paper: [] };
      const titles = (quiz.sections ?? []).map(({ title }) => title ?? null);
      const questions = await questionsOn(em, paper, titles, spoken(actor, language));
      return { questions, points: paper.points, paper: told(paper, questions) };
    });
  }

  /** How such answers would be graded. Problem: not-found, also for questions that are not the quiz's. */
  async judge(
    actor: Actor,
    id: QuizId,
    { paper, responses, language }: QuizTrialAnswers,
  ): Promise<{ quiz: QuizView; questions: ReviewRow[] }> {
    const quiz = await this.authored(actor, id);
    const answers = responses.map(typed);
    const questions = await this.work.read((em) => judged(em, quiz.bankId, { paper, answers }, spoken(actor, language)));
    if (questions.length !== paper.length) throw new Problem('not-found', 'not-found');
    return { quiz, questions };
  }

  private async authored(actor: Actor, id: QuizId): Promise<QuizView> {
    const quiz = found(await this.work.read((em) => quizFor(em, actor, id)));
    await this.banks.read(actor, quiz.bankId);
    return quiz;
  }
}

const spoken = (actor: Actor, language: Language | undefined): Language => language ?? currentContext()?.language ?? actor.language;

const told = ({ questionIds, versionIds, choiceOrders }: Paper, questions: readonly ShownQuestion[]): QuizTrial['paper'] =>
  questions.map(({ points }, at) => ({
    questionId: questionIds[at] as QuizTrial['paper'][number]['questionId'],
    versionId: versionIds[at]!,
    order: (choiceOrders[at] ?? []).filter((place) => place >= 0),
    points,
  }));
