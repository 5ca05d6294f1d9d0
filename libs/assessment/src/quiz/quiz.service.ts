import { Injectable } from '@nestjs/common';
import type { Actor, Page, QuizCreate, QuizId, QuizQuery, QuizView, QuizWarning } from '@aula/contracts';
import { currentContext, decodeCursor, found, Ids, pageOfRows, Problem, Random, sortValue, Work } from '@aula/platform';
import type { EntityManager } from '@mikro-orm/postgresql';
import { paperOf } from '../attempt/attempt.entity.js';
import { questionsOn, type ShownQuestion } from '../attempt/paper.queries.js';
import { BankService } from '../bank/bank.service.js';
import { exampleOf } from './example.queries.js';
import { localTitle, namedIn, sameExamination, scaledScore, type Candidate } from './quiz.entity.js';
import { attainable, candidatesFor, insertQuiz, lockQuiz, quizFor, quizzesOf, updateQuiz, type KeptQuiz } from './quiz.queries.js';

/** An attempt as it could be, and what speaks against the quiz. */
export interface Preview {
  questions: ShownQuestion[];
  points: number;
  warnings: QuizWarning[];
}

/** Quizzes: what is drawn from a bank, under which rules. */
@Injectable()
export class QuizService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly banks: BankService,
  ) {}

  /** Problems: not-found, for the bank; conflict `quiz.pick-too-large`, `quiz.unknown-question`. */
  async create(actor: Actor, wish: QuizCreate): Promise<QuizView> {
    const quiz = await this.wished(actor, this.ids.next<QuizId>(), wish);
    return this.work.run(async (em) => {
      await insertQuiz(em, quiz, actor.personId);
      return found(await quizFor(em, actor, quiz.id));
    });
  }

  /** Problems: as `create`; not-found, also for a quiz that the actor may not author; conflict `quiz.in-use`. */
  async change(actor: Actor, id: QuizId, wish: QuizCreate): Promise<QuizView> {
    const quiz = await this.wished(actor, id, wish);
    return this.work.run(async (em) => {
      found(await lockQuiz(em, actor, id));
      const before = found(await quizFor(em, actor, id));
      if (before.used && !sameExamination(before, quiz)) throw new Problem('conflict', 'quiz.in-use');
      await updateQuiz(em, quiz);
      return found(await quizFor(em, actor, id));
    });
  }

  /** A quiz like it, not in use. Problem: not-found, also for a quiz that the actor may not author. */
  copy(actor: Actor, id: QuizId): Promise<QuizView> {
    return this.work.run(async (em) => {
      found(await lockQuiz(em, actor, id));
      const copied = { ...found(await quizFor(em, actor, id)), id: this.ids.next<QuizId>() };
      await insertQuiz(em, copied, actor.personId);
      return found(await quizFor(em, actor, copied.id));
    });
  }

  /** What an attempt at such a quiz could look like; nothing is kept. Problems: as `create`. */
  async preview(actor: Actor, wish: QuizCreate): Promise<Preview> {
    const quiz = await this.wished(actor, this.ids.next<QuizId>(), wish);
    const below = (limit: number): number => this.random.below(limit);
    return this.work.read(async (em) => {
      const { asked, warnings } = await exampleOf(em, quiz, below);
      const paper = paperOf(asked, below);
      const empty: QuizWarning = { code: 'no-questions', section: null, entry: null, wanted: null, there: null };
      if (!paper) return { questions: [], points: 0, warnings: [...warnings, empty] };
      const titles = (quiz.sections ?? []).map(({ title }) => title ?? null);
      const questions = await questionsOn(em, paper, titles, currentContext()?.language ?? actor.language);
      const reach = await reachable(em, asked, paper.points);
      const short: QuizWarning = { code: 'passing-unreachable', section: null, entry: null, wanted: quiz.passingScore, there: reach };
      return { questions, points: paper.points, warnings: reach < quiz.passingScore ? [...warnings, short] : warnings };
    });
  }

  async read(actor: Actor, id: QuizId): Promise<QuizView> {
    return found(await this.work.read((em) => quizFor(em, actor, id)));
  }

  async list(actor: Actor, { q, cursor, limit }: QuizQuery): Promise<Page<QuizView>> {
    const [before] = decodeCursor(cursor, sortValue.id) ?? [null];
    const quizzes = await this.work.read((em) => quizzesOf(em, actor, q?.trim() || null, limit + 1, before));
    return pageOfRows(
      quizzes,
      limit,
      (quiz) => quiz,
      (quiz) => [quiz.id],
    );
  }

  private async wished(actor: Actor, id: QuizId, wish: QuizCreate): Promise<KeptQuiz> {
    const { questions } = await this.banks.read(actor, wish.bankId);
    const pick = wish.pick ?? null;
    if (pick !== null && pick > questions) throw new Problem('conflict', 'quiz.pick-too-large', { pick, questions });
    if (wish.sections) await this.demandNamed(wish);
    const { bankId, sections = null, timeLimitSeconds = null, attemptsAllowed = null } = wish;
    const { release, releaseAt, markers, markTolerance, anonymous } = wish;
    return {
      ...{ id, bankId, pick, sections, timeLimitSeconds, attemptsAllowed, release, releaseAt, markers, markTolerance, anonymous },
      title: localTitle(wish.title, currentContext()?.language ?? actor.language),
      passingScore: scaledScore(wish.passingScore),
    };
  }

  private async demandNamed({ bankId, sections }: QuizCreate): Promise<void> {
    const there = new Set((await this.work.read((em) => candidatesFor(em, bankId, sections ?? []))).map(({ questionId }) => questionId));
    const lacking = (sections ?? []).findIndex((section) => namedIn([section]).some((id) => !there.has(id)));
    if (lacking >= 0) throw new Problem('conflict', 'quiz.unknown-question', { section: lacking + 1 });
  }
}

/** The share of all points that somebody who knows everything could earn. */
const reachable = async (em: EntityManager, asked: readonly (Candidate & { worth: number | null })[], points: number): Promise<number> => {
  const most = await attainable(
    em,
    asked.map(({ versionId }) => versionId),
  );
  const shares = new Map(most.map(({ versionId, share }) => [versionId, share]));
  const sum = asked.reduce((total, { versionId, points: own, worth }) => total + (worth ?? own) * (shares.get(versionId) ?? 0), 0);
  return Number((sum / points).toFixed(6));
};
