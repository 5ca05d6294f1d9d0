import { Injectable } from '@nestjs/common';
import type { Actor, EditionId, EditionResults, Language, Page, ResultAttempt, ResultAttemptQuery, UnitId } from '@aula/contracts';
import { currentContext, found, pageOfRows, Work } from '@aula/platform';
import { questionResults, type QuestionResultRow } from './question-result.queries.js';
import {
  attemptsBehind,
  attemptsEach,
  barsOf,
  countEnrolled,
  editionFor,
  quizAt,
  quizzesIn,
  summaryOf,
  type EditionRow,
  type QuizHead,
  type Summary,
} from './results.queries.js';

export interface Results {
  edition: EditionRow;
  quiz: QuizHead;
  summary: Summary;
  bars: { bar: number; people: number }[];
  each: { attempts: number; people: number }[];
  questions: QuestionResultRow[];
}

/** How the people of an edition did in its quizzes. */
@Injectable()
export class ResultsService {
  constructor(private readonly work: Work) {}

  /** Problem: not-found, also for an edition that the actor does not teach. */
  of(actor: Actor, id: EditionId): Promise<{ edition: EditionRow; enrolled: number; quizzes: EditionResults['quizzes'] }> {
    return this.work.read(async (em) => {
      const edition = found(await editionFor(em, actor, id));
      return { edition, enrolled: await countEnrolled(em, id), quizzes: await quizzesIn(em, edition) };
    });
  }

  /** Problem: not-found, also for a unit that is no quiz of the edition's course. */
  quiz(actor: Actor, id: EditionId, unitId: UnitId): Promise<Results> {
    return this.work.read(async (em) => {
      const edition = found(await editionFor(em, actor, id));
      const quiz = found(await quizAt(em, actor, edition, unitId));
      const summary = await summaryOf(em, id, unitId);
      const bars = await barsOf(em, id, unitId);
      const each = await attemptsEach(em, id, unitId);
      return { edition, quiz, summary, bars, each, questions: await questionResults(em, id, unitId, languageOf(actor)) };
    });
  }

  /** The attempts behind a number. Problem: not-found. */
  attempts(actor: Actor, id: EditionId, unitId: UnitId, query: ResultAttemptQuery): Promise<Page<ResultAttempt>> {
    return this.work.read(async (em) => {
      found(await quizAt(em, actor, found(await editionFor(em, actor, id)), unitId));
      return pageOfRows(
        await attemptsBehind(em, id, unitId, query),
        query.limit,
        (attempt) => attempt,
        ({ attemptId }) => [attemptId],
      );
    });
  }

  /** All of them, read a part at a time while they are taken. Problem: not-found. */
  async allAttempts(actor: Actor, id: EditionId, unitId: UnitId, query: ResultAttemptQuery): Promise<AsyncGenerator<ResultAttempt>> {
    const { items, next } = await this.attempts(actor, id, unitId, { ...query, limit: atOnce });
    return this.onwards(items, next, (cursor) => this.attempts(actor, id, unitId, { ...query, limit: atOnce, cursor }));
  }

  private async *onwards(
    items: readonly ResultAttempt[],
    next: string | null,
    read: (cursor: string) => Promise<Page<ResultAttempt>>,
  ): AsyncGenerator<ResultAttempt> {
    yield* items;
    if (next === null) return;
    const page = await read(next);
    yield* this.onwards(page.items, page.next, read);
  }
}

/** Rows that are read at once for a table of all. */
const atOnce = 2_000;

const languageOf = (actor: Actor): Language => currentContext()?.language ?? actor.language;
