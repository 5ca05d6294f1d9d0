import { Injectable } from '@nestjs/common';
import type { Actor, AttemptCreate, AttemptId, AttemptQuery, EnrollmentId, Page, QuizId } from '@aula/contracts';
import { currentContext, found, Ids, pageOfRows, Problem, Random, Work, type Caller, type Recorder } from '@aula/platform';
import type { EntityManager } from '@mikro-orm/postgresql';
import { countQuestions } from '../question/question.queries.js';
import { assembled } from '../quiz/quiz.entity.js';
import { candidatesFor } from '../quiz/quiz.queries.js';
import { drawn, graceSeconds, paperOf, type Paper } from './attempt.entity.js';
import {
  admissionTo,
  attemptFor,
  attemptsAt,
  attemptsFor,
  insertAttempt,
  queueUp,
  type Admission,
  type AttemptRow,
} from './attempt.queries.js';
import { questionsAt, questionsOf, type ShownQuestion } from './paper.queries.js';
import { submitDue, submitOf, submitOwn, wasWithdrawn } from './submission.queries.js';

/** An attempt with its questions, while it is open and its own learner looks at it. */
export interface AttemptWithQuestions {
  attempt: AttemptRow;
  questions: ShownQuestion[] | undefined;
}

/** Attempts at quizzes: begun once, drawn once, submitted once. */
@Injectable()
export class AttemptService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
  ) {}

  /**
   * Opens an attempt for the actor's enrollment, or returns the one that is open (`isNew` false). One whose time is up is submitted
   * first. Problems: not-found; conflict `attempt.enrollment-not-active`, `attempt.edition-not-open`, `attempt.edition-closed`,
   * `attempt.not-of-this-unit`, `attempt.none-left`, `quiz.no-questions`.
   */
  start(actor: Actor, quizId: QuizId, wish: AttemptCreate): Promise<AttemptWithQuestions & { isNew: boolean }> {
    return this.work.run(async (em, record) => {
      const admission = found(await admissionTo(em, actor, quizId, wish));
      await queueUp(em, wish);
      const { taken, open, due } = await attemptsAt(em, wish, graceSeconds);
      if (open && due) await this.close(em, record, { actor, until: null }, open);
      else if (open) return { ...(await this.shown(em, actor, open)), isNew: false };
      demandAdmission(admission, taken);
      const id = this.ids.next<AttemptId>();
      const paper = await this.draw(em, admission);
      await insertAttempt(em, { ...wish, ...admission, id, quizId, personId: actor.personId, number: taken + 1 }, paper);
      record.audit('attempt', 'started', [id]);
      return { ...(await this.shown(em, actor, id)), isNew: true };
    });
  }

  /** Problem: not-found, also for somebody else's. */
  read(actor: Actor, id: AttemptId): Promise<AttemptWithQuestions> {
    return this.work.read((em) => this.shown(em, actor, id));
  }

  async list(actor: Actor, query: AttemptQuery): Promise<Page<AttemptRow>> {
    const attempts = await this.work.read((em) => attemptsFor(em, actor, query, query.limit + 1));
    return pageOfRows(
      attempts,
      query.limit,
      (attempt) => attempt,
      (attempt) => [attempt.id],
    );
  }

  /**
   * Submits the caller's attempt and orders its grading; does nothing to one that a signed-in person has submitted already. Problems:
   * not-found; gone `attempt.enrollment-withdrawn`; not-signed-in `attempt.token-over`: a token shows nothing of what came after it.
   */
  submit(caller: Caller, id: AttemptId): Promise<AttemptWithQuestions> {
    return this.work.run(async (em, record) => {
      const { actor, until } = caller;
      const closed = await this.close(em, record, caller, id);
      if (until !== null && !closed) throw over(await wasWithdrawn(em, id));
      const attempt = found(await attemptFor(em, actor, id));
      if (attempt.personId !== actor.personId) throw new Problem('not-found', 'not-found');
      return { attempt, questions: undefined };
    });
  }

  /** Submits every attempt whose time is up, 500 in a transaction. Returns how many there were. */
  submitOverdue(): Promise<number> {
    return this.work.inChunks(500, async (em, record, limit) => {
      const items = await submitDue(em, limit, graceSeconds);
      recordSubmitted(record, items);
      return items.length;
    });
  }

  /** Submits the open attempts of enrollments that were withdrawn: what was answered until then is kept, and nothing is added. */
  async submitWithdrawn(em: EntityManager, record: Recorder, enrollmentIds: readonly EnrollmentId[]): Promise<void> {
    recordSubmitted(record, await submitOf(em, enrollmentIds));
  }

  /** True when this closed it. */
  private async close(em: EntityManager, record: Recorder, caller: Caller, id: AttemptId): Promise<boolean> {
    const item = await submitOwn(em, caller, id);
    if (item) recordSubmitted(record, [item]);
    return item !== undefined;
  }

  private async shown(em: EntityManager, actor: Actor, id: AttemptId): Promise<AttemptWithQuestions> {
    const attempt = found(await attemptFor(em, actor, id));
    const sitting = attempt.state === 'open' && attempt.personId === actor.personId;
    return { attempt, questions: sitting ? await questionsOf(em, id, currentContext()?.language ?? actor.language) : undefined };
  }

  /** Draws the questions and the order of their choices, once for all. */
  private async draw(em: EntityManager, { bankId, pick, sections }: Admission): Promise<Paper> {
    const below = (limit: number): number => this.random.below(limit);
    const questions = sections
      ? assembled(sections, await candidatesFor(em, bankId, sections), below).asked
      : await questionsAt(em, bankId, drawn(await countQuestions(em, bankId), pick, below));
    const paper = paperOf(questions, below);
    if (!paper) throw new Problem('conflict', 'quiz.no-questions');
    return paper;
  }
}

/** Why a token opens its attempt no more. */
export const over = (withdrawn: boolean): Problem =>
  withdrawn ? new Problem('gone', 'attempt.enrollment-withdrawn') : new Problem('not-signed-in', 'attempt.token-over');

const recordSubmitted = (record: Recorder, items: Awaited<ReturnType<typeof submitDue>>): void => {
  const ids = items.map(({ attemptId }) => attemptId);
  record('attempt.submitted', items);
  record.audit('attempt', 'submitted', ids);
  record.order('assessment.grade-attempts', ids);
};

const demandAdmission = (admission: Admission, taken: number): void => {
  const { state, early, over, ofUnit, attemptsAllowed, opensAt, closesAt, timeZone } = admission;
  if (state !== 'active') throw new Problem('conflict', 'attempt.enrollment-not-active');
  if (early) throw new Problem('conflict', 'attempt.edition-not-open', { opensAt: readableInstant(opensAt, timeZone) });
  if (over) throw new Problem('conflict', 'attempt.edition-closed', { closesAt: readableInstant(closesAt, timeZone) });
  if (!ofUnit) throw new Problem('conflict', 'attempt.not-of-this-unit');
  if (attemptsAllowed !== null && taken >= attemptsAllowed)
    throw new Problem('conflict', 'attempt.none-left', { allowed: attemptsAllowed });
};

/** An instant in the reader's language and the edition's time zone, which is named. */
const readableInstant = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(currentContext()?.language ?? 'es', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));
