import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  problemText,
  type Actor,
  type MarkCreate,
  type MarkingGroupList,
  type MarkingNext,
  type MarkingQuery,
  type MarkingView,
} from '@aula/contracts';
import type { Language, Page } from '@aula/contracts';
import { currentContext, ensure, found, Ids, pageOfRows, Problem, Work, type Recorder } from '@aula/platform';
import { gradeAgain } from '../attempt/grade.queries.js';
import { insertChange, insertMark, marksOf, settle, withdrawMark, type MarkRow } from './mark.queries.js';
import { faultOf, nextTurn, outcomeOf, settleSeconds } from './marking.entity.js';
import { markingPolicy } from './marking.policy.js';
import { claim, claimNext, markingFor, markingGroups, markingsFor, release, type Essay, type MarkingRow } from './marking.queries.js';

/** An essay with the marks that it has. */
export interface Task {
  essay: MarkingRow;
  marks: MarkRow[];
}

/** Essays in the hands of markers: taken one by one, marked once or twice, and graded when all of an attempt are marked. */
@Injectable()
export class MarkingService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
  ) {}

  async list(actor: Actor, query: MarkingQuery): Promise<Page<MarkingView>> {
    const markings = await this.work.read((em) => markingsFor(em, actor, query, languageOf(actor)));
    return pageOfRows(
      markings,
      query.limit,
      (marking) => marking,
      ({ attemptId, number }) => [attemptId, number],
    );
  }

  groups(actor: Actor): Promise<MarkingGroupList['items']> {
    return this.work.read((em) => markingGroups(em, actor));
  }

  /** Problem: not-found, also for one that the actor does not teach. */
  read(actor: Actor, essay: Essay, named: boolean): Promise<Task> {
    return this.work.read((em) => taskOf(em, actor, essay, named));
  }

  /** Takes the next essay that waits; the one that the actor comes from is let go. Undefined when none waits. */
  next(actor: Actor, wish: MarkingNext): Promise<Task | undefined> {
    return this.work.run(async (em) => {
      if (wish.after) await release(em, actor, wish.after);
      const essay = await claimNext(em, actor, wish);
      return essay && taskOf(em, actor, essay);
    });
  }

  /** Problems: not-found; conflict `marking.claimed`, `marking.already-marked`. */
  claim(actor: Actor, essay: Essay): Promise<Task> {
    return this.work.run(async (em) => {
      const before = found(await markingFor(em, actor, essay, languageOf(actor), { lock: true }));
      if (!(await claim(em, actor, essay))) throw outOfReach(actor, before);
      return taskOf(em, actor, essay);
    });
  }

  /** Problem: not-found. */
  release(actor: Actor, essay: Essay): Promise<void> {
    return this.work.run(async (em) => {
      found(await markingFor(em, actor, essay, languageOf(actor)));
      await release(em, actor, essay);
    });
  }

  /**
   * Marks an essay, or changes the actor's own mark. Once the grade is given, a mark decides alone and changes the grade. Problems:
   * not-found; forbidden; invalid `marking.points-out-of-range`, `marking.criteria-wrong`, `marking.reason-needed`; conflict
   * `marking.claimed`, `marking.already-marked`.
   */
  mark(actor: Actor, essay: Essay, wish: MarkCreate): Promise<Task> {
    return this.work.run(async (em, record) => {
      const { essay: row, marks } = await taskOf(em, actor, essay, false, true);
      demandFitting(wish, row);
      const own = row.graded ? marks.find(({ turn }) => turn === 3) : marks.find(({ markerId }) => markerId === actor.personId);
      if (row.graded) demandChange(actor, row, wish);
      else if (!own && (row.state === 'marked' || row.claim === 'other')) throw outOfReach(actor, row);
      const turn = row.graded ? 3 : (own?.turn ?? nextTurn(marks, row));
      const kept = marks.filter((each) => each !== own);
      const mark = { id: this.ids.next<string>(), markerId: actor.personId, turn, points: wish.points };
      if (own) await withdrawMark(em, own.id);
      await insertMark(em, essay, { ...wish, ...mark });
      record.audit('mark', own || row.graded ? 'changed' : 'given', own ? [own.id, mark.id] : [mark.id]);
      await this.settle(em, record, { actor, row, marks: [...kept, mark], reason: wish.reason ?? null });
      return taskOf(em, actor, essay);
    });
  }

  /** Takes the actor's own mark back and the essay into their hands again. Problems: not-found; conflict `marking.graded`. */
  undo(actor: Actor, essay: Essay): Promise<Task> {
    return this.work.run(async (em, record) => {
      const { essay: row, marks } = await taskOf(em, actor, essay, false, true);
      const own = found(marks.find(({ markerId }) => markerId === actor.personId));
      if (row.graded) throw new Problem('conflict', 'marking.graded');
      await withdrawMark(em, own.id);
      record.audit('mark', 'withdrawn', [own.id]);
      await this.settle(em, record, { actor, row, marks: marks.filter((each) => each !== own), reason: null });
      await claim(em, actor, essay);
      return taskOf(em, actor, essay);
    });
  }

  private async settle(em: EntityManager, record: Recorder, { actor, row, marks, reason }: Settling): Promise<void> {
    const outcome = outcomeOf(
      marks.toSorted((a, b) => a.turn - b.turn),
      row,
    );
    await settle(em, row, { ...outcome, markers: marks.map(({ markerId }) => markerId) });
    if (!row.graded) {
      // whether all essays of the attempt are marked, the grading finds out: two markers may end at the same moment
      if (outcome.state === 'marked') record.order('assessment.grade-attempts', [row.attemptId], { afterSeconds: settleSeconds });
      return;
    }
    const changed = await gradeAgain(em, row.attemptId);
    if (!changed) return;
    const { before, item } = changed;
    const change = { id: this.ids.next<string>(), attemptId: row.attemptId, before, after: item.score, reason: reason ?? '' };
    await insertChange(em, { ...change, changedBy: actor.personId });
    record('grade.changed', [item]);
    record.audit('grade', 'changed', [row.attemptId]);
  }
}

interface Settling {
  actor: Actor;
  row: MarkingRow;
  marks: readonly Pick<MarkRow, 'markerId' | 'turn' | 'points'>[];
  reason: string | null;
}

const languageOf = (actor: Actor): Language => currentContext()?.language ?? actor.language;

const taskOf = async (em: EntityManager, actor: Actor, essay: Essay, named = false, lock = false): Promise<Task> => {
  const row = found(await markingFor(em, actor, essay, languageOf(actor), { named, lock }));
  return { essay: row, marks: await marksOf(em, essay) };
};

const outOfReach = (actor: Actor, { markedBy }: MarkingRow): Problem =>
  new Problem('conflict', markedBy.includes(actor.personId) ? 'marking.already-marked' : 'marking.claimed');

const demandFitting = (wish: MarkCreate, { rubric, maxPoints }: MarkingRow): void => {
  const fault = faultOf(wish, rubric, maxPoints);
  if (fault) throw refused(fault.code, fault.path, fault.parameters);
};

const demandChange = (actor: Actor, row: MarkingRow, { reason }: MarkCreate): void => {
  ensure(markingPolicy['marking.change'](actor, row), 'marking.change');
  if (!reason) throw refused('marking.reason-needed', 'reason', {});
};

const refused = (code: Parameters<typeof problemText>[0], path: string, parameters: Parameters<typeof problemText>[2]): Problem =>
  new Problem('invalid', code, parameters, {
    errors: [{ path, message: problemText(code, currentContext()?.language ?? 'es', parameters) }],
  });
