import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import type { RuntimeLaunched, RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { onContent } from '../../../scripts/bench/content-client.ts';
import { AcademyClient } from '../../../scripts/demo/academy-client.ts';
import { firstResponder } from '../../../scripts/demo/courses/first-responder/index.ts';
import { buildPackage } from '../../../scripts/demo/package/scorm-package.ts';
import { chance, insist, mayhem, ownDatabase, type Closings } from './chaos.ts';
import { RunningAcademy } from './running-academy.ts';
import { packageCohort, type Enrolled, type Officer } from './small-cohort.ts';

/** Everything that answers the player dies at any moment while officers study: every acknowledged record is there, once. */
const officers = 24;
const commits = 30;
const closings: Closings = [];
afterAll(async () => {
  for (const close of closings.reverse()) await close();
});

const scoId = 'item-1';
const set = (element: string, value: string) => ({ kind: 'set' as const, element, value, result: 'true', errorCode: 0 });
type Draft = Omit<RuntimeRecord, 'seq' | 't' | 'scoId'>;

/** A visit to the package by one lease: what was sent, and what of it was acknowledged. */
class Visit {
  readonly sent: RuntimeRecord[] = [];
  acknowledged = 0;

  constructor(
    readonly attemptId: string,
    readonly epoch: number,
    private readonly ask: <T>(path: string, body: object) => Promise<T>,
  ) {}

  /** Sends everything that is not acknowledged, with `drafts` behind it, until the server says that it is durable. */
  async commit(...drafts: Draft[]): Promise<void> {
    for (const draft of drafts) this.sent.push({ seq: this.sent.length + 1, t: Date.now(), scoId, ...draft });
    const records = this.sent.slice(this.acknowledged);
    const nonce = `nonce-${this.epoch}-${this.sent.length}`;
    const answer = await insist(() => this.ask<{ ack: number; nonce: string }>('/_rt/commit', { epoch: this.epoch, nonce, records }));
    expect(answer).toEqual({ ack: this.sent.length, nonce });
    this.acknowledged = answer.ack;
  }
}

/** Opens the unit. A launch code works once: when the answer to it is lost, a new launch is asked for. */
const open = async (academy: RunningAcademy, cohort: Enrolled, officer: Officer): Promise<Visit> => {
  const client = AcademyClient.bearing(academy.url, officer.token);
  const { port } = new URL(academy.url);
  const { host, launched } = await insist(async () => {
    const wish = { enrollmentId: officer.enrollmentId, unitId: cohort.unitId };
    const url = new URL((await client.post<{ url: string }>('/api/content/launches', wish)).url);
    const code = { launchCode: url.hash.slice(1) };
    const answer = await onContent<RuntimeLaunched>(Number(port), url.host, '/_rt/launch', code).catch((error: unknown) => {
      throw String(error).includes(': 410 ') ? new Error('the code was spent, though its answer never came') : error;
    });
    return { host: url.host, launched: answer };
  });
  const ask = <T>(path: string, body: object) => onContent<T>(Number(port), host, path, body, launched.token);
  const { epoch } = await insist(() => ask<RuntimeLeased>('/_rt/lease', { takeOver: true }));
  return new Visit(launched.attemptId, epoch, ask);
};

/** Studies in two sittings, as after a reload of the page; each commit writes two records. */
const study = async (academy: RunningAcademy, cohort: Enrolled, officer: Officer): Promise<Visit[]> => {
  const visits: Visit[] = [];
  for (const half of [1, 2]) {
    const visit = await open(academy, cohort, officer);
    visits.push(visit);
    await visit.commit({ kind: 'nav', element: 'open', value: 'sco' }, { kind: 'init', result: 'true', errorCode: 0 });
    for (let n = 1; n <= commits / 2; n++) {
      const place = `${half}-${n}`;
      await visit.commit(set('cmi.core.lesson_location', place), set('cmi.suspend_data', `${officer.enrollmentId} ${place}`));
      await sleep(150);
    }
  }
  return visits;
};

it('loses no acknowledged record of content and keeps none twice', async () => {
  const own = await ownDatabase(closings);
  const academy = await RunningAcademy.start({ databaseUrl: own.server.url });
  closings.push(() => academy.close());
  const cohort = await packageCohort(academy, officers, await buildPackage(firstResponder.texts.es.lesson, '1.2'));
  const restarted = async (): Promise<void> => {
    await academy.kill('academy');
    await academy.run('academy');
  };
  const chaos = mayhem({ academy: restarted, database: () => own.restart() }, chance());
  closings.push(() => chaos.stop());
  const visits = (await Promise.all(cohort.officers.map((officer) => study(academy, cohort, officer)))).flat();
  await chaos.stop();

  const { rows } = await academy.database.query<{ attempt_id: string; epoch: number; kept: string[] }>(
    `select attempt_id, epoch::int, array_agg(concat_ws(' ', seq, kind, element, value) order by seq) as kept
     from content.record group by attempt_id, epoch`,
  );
  const kept = new Map(rows.map((each) => [`${each.attempt_id} ${each.epoch}`, each.kept]));
  const sent = visits.map(({ attemptId, epoch, sent: records }) => [
    `${attemptId} ${epoch}`,
    records.map(({ seq, kind, element, value }) => [seq, kind, element, value].filter((part) => part !== undefined).join(' ')),
  ]);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(sent) as object);
  const last = visits.filter((_, at) => at % 2 === 1);
  const standing = await academy.database.query(
    `select a.id, a.epoch::int, a.last_seq::int, s.location, d.data from content.attempt a
     join content.sco s on s.attempt_id = a.id join content.suspend_data d on d.attempt_id = a.id order by a.id`,
  );
  const expected = last.map(({ attemptId, epoch, acknowledged, sent: records }) => ({
    id: attemptId,
    epoch,
    last_seq: acknowledged,
    location: records.at(-2)!.value,
    data: records.at(-1)!.value,
  }));
  expect(standing.rows).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect((await academy.database.query('select from content.quarantine')).rows).toEqual([]);
});
