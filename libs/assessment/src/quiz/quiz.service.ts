import { Injectable } from '@nestjs/common';
import type { Actor, Page, PageQuery, QuizCreate, QuizId, QuizView } from '@aula/contracts';
import { currentContext, decodeCursor, found, Ids, pageOfRows, Problem, sortValue, Work } from '@aula/platform';
import { BankService } from '../bank/bank.service.js';
import { localTitle, scaledScore } from './quiz.entity.js';
import { insertQuiz, quizFor, quizzesOf } from './quiz.queries.js';

/** Quizzes: what is drawn from a bank, under which rules. */
@Injectable()
export class QuizService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly banks: BankService,
  ) {}

  /** Problems: not-found, for the bank; conflict `quiz.pick-too-large`. */
  async create(actor: Actor, wish: QuizCreate): Promise<QuizView> {
    const { questions } = await this.banks.read(actor, wish.bankId);
    const pick = wish.pick ?? null;
    if (pick !== null && pick > questions) throw new Problem('conflict', 'quiz.pick-too-large', { pick, questions });
    const quiz = {
      id: this.ids.next<QuizId>(),
      title: localTitle(wish.title, currentContext()?.language ?? actor.language),
      bankId: wish.bankId,
      ownerId: actor.personId,
      pick,
      timeLimitSeconds: wish.timeLimitSeconds ?? null,
      attemptsAllowed: wish.attemptsAllowed ?? null,
      passingScore: scaledScore(wish.passingScore),
    };
    return this.work.run(async (em) => {
      await insertQuiz(em, quiz);
      return found(await quizFor(em, actor, quiz.id));
    });
  }

  async read(actor: Actor, id: QuizId): Promise<QuizView> {
    return found(await this.work.read((em) => quizFor(em, actor, id)));
  }

  async list(actor: Actor, { cursor, limit }: PageQuery): Promise<Page<QuizView>> {
    const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
    const quizzes = await this.work.read((em) => quizzesOf(em, actor, limit + 1, before));
    return pageOfRows(
      quizzes,
      limit,
      (quiz) => quiz,
      (quiz) => [quiz.id],
    );
  }
}
