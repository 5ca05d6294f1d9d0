import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock, Ids, Job, Problem, Work, found, repeat, rows, type Recorder } from '@aula/platform';
import { grantsOf } from '../grant/grant.queries.js';
import { tellOfImport } from '../notification/import-telling.queries.js';
import { importBranches } from './import.policy.js';
import { changeImport, importOf, lookUpByIndex, type ImportWork } from './import.queries.js';
import {
  countChanges,
  forgetRejections,
  forgetStage,
  lastLine,
  mergeRange,
  nextLine,
  rejectFaulty,
  rejectRepeated,
  rejectedLines,
  stagedRows,
  type RosterRange,
} from './roster.queries.js';
import { StageService } from './stage.service.js';

/** Rows that are merged in one transaction. */
const chunk = 5_000;
const openStates: readonly ImportWork['state'][] = ['queued', 'reading', 'applying'];
/** Reading is the first half of an application and nearly all of a rehearsal. */
const readingShare = (work: ImportWork): number => (work.mode === 'apply' ? 0.4 : 0.9);

/** An import whose rows are in the staging table. */
type StagedWork = ImportWork & { stageId: string };

@Injectable()
export class ImportJobs {
  constructor(
    private readonly work: Work,
    private readonly stages: StageService,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads, judges and, unless it is a rehearsal, merges. Each step leaves a mark in the import's row, so that whoever takes over after
   * a crash goes on behind the last one; what the staging table has lost is read again from the stored file.
   */
  @Job('identity.import-people')
  async import(id: string): Promise<void> {
    try {
      const work = await this.work.read((em) => importOf(em, id));
      if (!work || !openStates.includes(work.state)) return;
      const staged = await this.stage(work);
      const judged = staged.judged ? staged : await this.judge(staged);
      if (judged.state === 'applying') await this.merge(judged);
    } catch (error) {
      if (!(error instanceof Problem && error.code.startsWith('import.'))) throw error;
      const problem = { problem_code: error.code, problem_parameters: JSON.stringify(error.parameters) };
      await this.work.run(async (em, record) => {
        await changeImport(em, id, { state: 'failed', ...problem });
        await this.tell(em, record, id);
      });
    }
  }

  /** Whoever ordered it may have gone on to something else. */
  private async tell(em: EntityManager, record: Recorder, importId: string): Promise<void> {
    const urgent = await tellOfImport(em, this.clock.now(), this.ids.next(), importId);
    if (urgent > 0) record.order('identity.mail-notifications', [null]);
  }

  /** Has the rows in the staging table, reading the file where they are not or no longer there. */
  private async stage(work: ImportWork): Promise<StagedWork> {
    const there = work.stageId ? await this.work.read((em) => stagedRows(em, work.stageId!)) : undefined;
    if (work.stageId && there === work.staged) return work as StagedWork;
    if (!work.judged) await this.work.run((em) => changeImport(em, work.id, { state: 'reading' }));
    const staged = await this.stages.read(work.objectKey, this.progressOf(work));
    return this.work.run(async (em) => {
      if (work.stageId) await forgetStage(em, work.stageId);
      const { stageId, columns, rows: count } = staged;
      await changeImport(em, work.id, { stage_id: stageId, staged: count, rows: count, columns });
      return found(await importOf(em, work.id)) as StagedWork;
    });
  }

  /** Tells of every twentieth of the file. */
  private progressOf(work: ImportWork): (fraction: number) => Promise<void> {
    let told = 0;
    return async (fraction) => {
      if (work.judged || fraction < told + 0.05) return;
      told = fraction;
      await this.work.run((em) => changeImport(em, work.id, { progress: readingShare(work) * Math.min(1, fraction) }));
    };
  }

  /** Finds every row that cannot be taken, all at once; a rehearsal also counts what the others would do, and ends here. */
  private judge(work: StagedWork): Promise<StagedWork> {
    return this.work.run(async (em) => {
      await oneAtATime(em);
      await lookUpByIndex(em);
      await rows(em, `set local work_mem = '64MB'`);
      const range = await rangeOf(em, work, 0, await lastLine(em, work.stageId));
      await forgetRejections(em, work.id);
      await rejectFaulty(em, range);
      await rejectRepeated(em, range);
      const rehearsal = work.mode === 'rehearse';
      await changeImport(em, work.id, {
        ...(rehearsal ? await countChanges(em, range) : {}),
        judged: true,
        rejected: await rejectedLines(em, work.id),
        state: rehearsal ? 'rehearsed' : 'applying',
        progress: rehearsal ? 1 : readingShare(work) + 0.1,
      });
      return found(await importOf(em, work.id)) as StagedWork;
    });
  }

  private async merge(work: StagedWork): Promise<void> {
    await repeat(() => this.mergeNext(work.id));
    await this.work.run(async (em, record) => {
      await changeImport(em, work.id, { state: 'applied', progress: 1, rejected: await rejectedLines(em, work.id) });
      await this.tell(em, record, work.id);
      await forgetStage(em, work.stageId);
    });
  }

  /** Merges the next rows behind the mark. Rows that others have made impossible since they were judged are rejected now. */
  private mergeNext(id: string): Promise<boolean> {
    return this.work.run(async (em, record) => {
      await oneAtATime(em);
      await lookUpByIndex(em);
      const work = found(await importOf(em, id, true)) as StagedWork;
      const upTo = await nextLine(em, work.stageId, work.mergedLine, chunk);
      if (upTo === undefined) return false;
      const range = await rangeOf(em, work, work.mergedLine, upTo);
      await rejectFaulty(em, range);
      const merged = await mergeRange(em, range);
      record(
        'person.changed',
        merged.ids.map((personId) => ({ personId: personId })),
      );
      const last = await lastLine(em, work.stageId);
      await changeImport(em, id, {
        merged_line: upTo,
        changed: work.changed + merged.ids.length,
        unchanged: work.unchanged + merged.rows - merged.ids.length,
        progress: readingShare(work) + 0.1 + (0.9 - readingShare(work)) * (upTo / last),
      });
      return true;
    });
  }
}

/** Imports change people one after the other: each sees what the one before has made of them. */
const oneAtATime = (em: EntityManager): Promise<unknown> => rows(em, `select pg_advisory_xact_lock(hashtext('identity people import'))`);

/** Lines `after` (without) to `upTo`, with the rights that the importer has now. */
const rangeOf = async (em: EntityManager, work: StagedWork, after: number, upTo: number): Promise<RosterRange> => ({
  importId: work.id,
  stageId: work.stageId,
  after,
  upTo,
  branches: importBranches(await grantsOf(em, work.importedBy)),
  columns: work.columns,
});
