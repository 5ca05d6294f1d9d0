import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { House, JobKind } from '@aula/contracts';
import { repeat } from '../in-order.js';
import type { Ids } from '../ids.js';
import { writeRecorded } from './outbox.js';
import { newRecorder, type Recorder } from './recorder.js';
import { currentContext, withContext } from './request-context.js';

/** Told after a commit which orders and facts are there, so that somebody looks at once; saying it may fail without harm. */
export interface Wake {
  ordered(kinds: readonly JobKind[]): void;
  recorded(): void;
}

const passing = ['40001', '40P01'];
const tries = 4;

/** One unit of work per verb: the change, its facts, its orders and its audit entry commit together, once. */
export class Work {
  constructor(
    private readonly orm: MikroORM,
    private readonly house: House,
    private readonly ids: Ids,
    private readonly wake: Wake,
    private readonly pool: pg.Pool,
  ) {}

  /**
   * Runs `body` in a transaction on a fresh entity manager and commits what it recorded. Joins the transaction that is already open
   * for this request or delivery. Repeats on serialisation failures and deadlocks, so `body` must have no effect outside the database.
   */
  async run<T>(body: (em: EntityManager, record: Recorder) => Promise<T>): Promise<T> {
    const joined = currentContext()?.transaction;
    if (joined) return body(joined.em, joined.record);
    return repeated((record) => this.attempt(body, record), tries);
  }

  /**
   * As `run`, for the groups of a hot path: always a transaction of its own, on a connection of the house's plain pool, where prepared
   * statements stay planned.
   */
  group<T>(body: (client: pg.ClientBase, record: Recorder) => Promise<T>): Promise<T> {
    return repeated((record) => this.attemptGroup(body, record), tries);
  }

  /**
   * Runs `body` in a transaction of its own, also within another, and commits it at once: for a row that everybody needs and nobody may
   * hold for long. What it did stays when the other transaction is rolled back. The lease of an order is the other's to hold.
   */
  apart<T>(body: (em: EntityManager, record: Recorder) => Promise<T>): Promise<T> {
    return withContext({ guard: undefined }, () => repeated((record) => this.attempt(body, record), tries));
  }

  /** Runs `body` without a transaction of its own, for reading. */
  read<T>(body: (em: EntityManager) => Promise<T>): Promise<T> {
    const joined = currentContext()?.transaction;
    return body(joined?.em ?? this.orm.em.fork());
  }

  /**
   * Works through rows that are in a state which says so: one transaction a chunk, until `body` answers 0. A crash leaves the rest
   * as it was. Returns how many were done.
   */
  async inChunks(limit: number, body: (em: EntityManager, record: Recorder, limit: number) => Promise<number>): Promise<number> {
    let total = 0;
    await repeat(async () => {
      const done = await this.run((em, record) => body(em, record, limit));
      total += done;
      return done > 0;
    });
    return total;
  }

  private async attempt<T>(body: (em: EntityManager, record: Recorder) => Promise<T>, record: Recorder): Promise<T> {
    const em = this.orm.em.fork() as EntityManager;
    const result = await em.transactional((transaction) =>
      withContext({ transaction: { em: transaction, record } }, async () => {
        await currentContext()?.guard?.(transaction);
        const value = await body(transaction, record);
        await transaction.flush();
        await writeRecorded(transaction, this.house, this.ids, record);
        return value;
      }),
    );
    this.tell(record);
    return result;
  }

  private async attemptGroup<T>(body: (client: pg.ClientBase, record: Recorder) => Promise<T>, record: Recorder): Promise<T> {
    const client = await this.pool.connect();
    let value: T;
    try {
      await client.query('begin');
      value = await body(client, record);
      await writeRecorded(client, this.house, this.ids, record);
      await client.query('commit');
    } catch (error) {
      // a connection that cannot roll back is of no use to anybody
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true),
      );
      throw error;
    }
    client.release();
    this.tell(record);
    return value;
  }

  private tell({ recorded }: Recorder): void {
    if (recorded.orders.length > 0) this.wake.ordered([...new Set(recorded.orders.map((order) => order.kind))]);
    if (recorded.facts.length > 0) this.wake.recorded();
  }
}

/** Serialisation failures and deadlocks pass: the same work may succeed at once, with nothing recorded yet. */
const repeated = async <T>(attempt: (record: Recorder) => Promise<T>, left: number): Promise<T> => {
  try {
    return await attempt(newRecorder());
  } catch (error) {
    if (left > 1 && passing.includes(sqlState(error))) return repeated(attempt, left - 1);
    throw error;
  }
};

/** The SQLSTATE of a database error, '' for any other. */
export const sqlState = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
