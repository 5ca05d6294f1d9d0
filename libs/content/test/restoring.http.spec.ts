import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Page, RestorationView, RestorePointView, RestorePreview, TimelineEntry } from '@aula/contracts';
import { verifyAudit } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, initialized, left, opened, records, set, terminated, type PackageWish } from './a-launch.js';
import { aCourseOf } from './a-course.js';

const school = await house(ContentModule);
const helper = anActor({ roles: ['instructor'] });
const instructor = school.as(helper);
const path = (id: string, rest: string): string => `/api/content/attempts/${id}/${rest}`;
const reason = 'Se perdió en el cambio de teléfono.';

const points = async (id: string): Promise<RestorePointView[]> =>
  (await instructor.get(path(id, 'restore-points')).expect<Page<RestorePointView>>(200)).body.items;
const preview = async (id: string, point: string): Promise<RestorePreview> =>
  (await instructor.get(path(id, `restore-points/${point}`)).expect<RestorePreview>(200)).body;
const give = async (id: string, point: string): Promise<RestorationView> => {
  const { version } = await preview(id, point);
  return (await instructor.post(path(id, 'restorations'), { point, version, reason }).expect<RestorationView>(201)).body;
};

/**
 * A learner studied on a phone, without a line completed the course there, while a shared computer took the attempt over and spoilt its
 * place. Everybody has left.
 */
const aLoss = async (wish: PackageWish = {}) => {
  const learner = await aLearner(school, { version: '2004', ...wish });
  await aCourseOf(school, learner);
  const [phone, desk] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
  const one = await phone.lease({ device: 'phone' });
  await phone.commit(
    one.epoch,
    records(1, opened, initialized, set('cmi.location', '7'), set('cmi.suspend_data', 'page=7;answers=abcdef')),
  );
  const two = await desk.lease({ device: 'desk', takeOver: true });
  const late = records(
    5,
    set('cmi.suspend_data', '9', { cut: [5, 15] }),
    set('cmi.location', '9'),
    set('cmi.score.scaled', '0.8'),
    set('cmi.completion_status', 'completed'),
    set('cmi.exit', 'suspend'),
    terminated,
  );
  await phone.send(one.epoch, late).expectProblem(409, 'content.stale-epoch');
  const spoilt = [opened, initialized, set('cmi.location', '1'), set('cmi.suspend_data', ''), set('cmi.session_time', 'PT10M')];
  await desk.commit(two.epoch, records(1, ...spoilt, { kind: 'nav', element: 'suspend', value: 'closed' }));
  return { learner, id: String(phone.launched['attemptId']), phone, desk, two };
};
const liveOf = async (id: string) =>
  (
    await school.sql<Record<string, unknown>>(
      `select s.location, d.data, s.seconds, a.completion, a.scaled, a.epoch::int from content.attempt a
       join content.sco s on s.attempt_id = a.id left join content.suspend_data d using (attempt_id, sco_id) where a.id = $1`,
      [id],
    )
  )[0];

describe('what can be given back', () => {
  it('is each earlier session and what was set aside', async () => {
    const { id } = await aLoss();
    expect(await points(id)).toMatchObject([
      { point: 'set-aside-1', kind: 'set-aside', records: 6 },
      { point: 'session-1', kind: 'session', records: 4 },
    ]);
  });

  it('is shown before it is given: what changes, and that results stay or grow', async () => {
    const { id } = await aLoss();
    expect(await preview(id, 'session-1')).toMatchObject({
      changes: [
        { item: 'one', element: 'cmi.location', before: '1', after: '7' },
        { item: 'one', element: 'cmi.suspend_data', before: '', after: 'page=7;answers=abcdef' },
      ],
      result: { before: { completion: 'unknown' }, after: { completion: 'unknown' } },
    });
    const aside = await preview(id, 'set-aside-1');
    expect(aside.changes.map(({ element, after }) => [element, after])).toEqual(
      expect.arrayContaining([
        ['cmi.location', '9'],
        ['cmi.suspend_data', 'page=9;answers=abcdef'],
        ['cmi.completion_status', 'completed'],
      ]),
    );
    expect(aside.result).toMatchObject({
      before: { completion: 'unknown' },
      after: { completion: 'completed', scaled: 0.8, seconds: 600 },
    });
    await instructor.get(path(id, 'restore-points/session-9')).expectProblem(404, 'not-found');
    await instructor.get(path(id, 'restore-points/set-aside-2')).expectProblem(404, 'not-found');
    await instructor.get(path(id, `restore-points/before-${randomUUID()}`)).expectProblem(404, 'not-found');
    await instructor.get(path(id, 'restore-points/nonsense')).expectProblem(400, 'invalid-request');
  });
});

describe('giving back', () => {
  it('lets the learner go on where the lost device was, tells them why, and others what it came to', async () => {
    const { id, learner } = await aLoss();
    await give(id, 'set-aside-1');
    expect(await liveOf(id)).toMatchObject({
      location: '9',
      data: 'page=9;answers=abcdef',
      completion: 'completed',
      scaled: 0.8,
      seconds: 600,
    });
    const said = (await school.said('unit.progressed')).filter(({ unitId }) => unitId === learner.unitId);
    expect(said.at(-1)).toMatchObject({ completion: 'completed', score: 0.8 });
    const player = await APlayer.open(school, learner);
    const leased = await player.lease({ device: 'phone' });
    expect(leased.restored).toMatchObject({ reason });
    expect(leased.scos).toMatchObject({ one: { visit: 'running', elements: { 'cmi.suspend_data': 'page=9;answers=abcdef' } } });
    expect((await player.lease({ device: 'phone' })).restored).toMatchObject({ reason });
    const last = await player.lease({ device: 'phone' });
    await player.commit(last.epoch, records(1, opened, initialized, set('cmi.session_time', 'PT1M')));
    expect((await player.lease({ device: 'phone' })).restored).toBeUndefined();
    expect(await liveOf(id)).toMatchObject({ seconds: 660 });
  });

  it('is undone by giving back what was there before, and what was achieved stays', async () => {
    const { id } = await aLoss();
    const { id: restoration } = await give(id, 'set-aside-1');
    await give(id, `before-${restoration}`);
    expect(await liveOf(id)).toMatchObject({ location: '1', data: '', completion: 'completed', scaled: 0.8, seconds: 600 });
    expect((await points(id)).map(({ kind }) => kind)).toEqual(['before', 'before', 'session', 'set-aside', 'session']);
  });

  it('counts from what was given: later sessions fold on top of it', async () => {
    const { id, learner } = await aLoss();
    await give(id, 'session-1');
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const cut = set('cmi.suspend_data', '8', { cut: [5, 15] });
    await player.commit(epoch, records(1, opened, initialized, cut, set('cmi.exit', 'suspend'), terminated, left('exit')));
    await (await APlayer.open(school, learner)).lease();
    const after = await APlayer.open(school, learner);
    const next = await after.lease({ takeOver: true });
    await after.commit(next.epoch, records(1, opened, set('cmi.suspend_data', 'ruined'), left('exit')));
    const there = await preview(id, `session-${epoch}`);
    expect(there.changes.find(({ element }) => element === 'cmi.suspend_data')).toMatchObject({
      before: 'ruined',
      after: 'page=8;answers=abcdef',
    });
  });

  it('counts from what an attempt took along from another version of its package', async () => {
    const { id, learner } = await aLoss();
    const [from] = await school.sql<{ host_label: string }>(`select host_label from content.attempt where id = $1`, [id]);
    const successor = randomUUID();
    await school.sql(
      `insert into content.attempt (id, enrollment_id, unit_id, number, person_id, package_id, host_label)
       select $2, enrollment_id, unit_id, 2, person_id, package_id, $3 from content.attempt where id = $1`,
      [id, successor, from!.host_label],
    );
    for (const table of ['sco', 'suspend_data']) {
      const columns = (
        await school.sql<{ name: string }>(
          `select column_name as name from information_schema.columns
           where (table_schema, table_name) = ('content', $1) and column_name <> 'attempt_id'`,
          [table],
        )
      ).map(({ name }) => name);
      await school.sql(
        `insert into content.${table} (attempt_id, ${columns.join(', ')}) select $2, ${columns.join(', ')} from content.${table} where attempt_id = $1`,
        [id, successor],
      );
    }
    const player = await APlayer.open(school, learner);
    const first = await player.lease();
    await player.commit(first.epoch, records(1, opened, initialized, set('cmi.suspend_data', 'mine'), left('exit')));
    const second = await player.lease();
    await player.commit(second.epoch, records(1, opened, initialized, set('cmi.location', '5'), left('exit')));
    const { changes } = await preview(successor, 'session-1');
    expect(changes).toEqual([{ item: 'one', element: 'cmi.location', before: '5', after: '1' }]);
  });

  it('sets aside what a device still had under the lease before', async () => {
    const { id, desk, two } = await aLoss();
    await give(id, 'session-1');
    const before = await liveOf(id);
    await desk.send(two.epoch, records(7, set('cmi.location', '2'))).expectProblem(409, 'content.stale-epoch');
    expect(await liveOf(id)).toEqual(before);
    expect((await points(id)).map(({ point }) => point)).toContain(`set-aside-${two.epoch}`);
  });

  it('never overwrites what nobody has looked at, happens once, and not while the learner is there', async () => {
    const { id, learner } = await aLoss();
    const { version } = await preview(id, 'session-1');
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    const wish = { point: 'session-1', version, reason };
    await instructor.post(path(id, 'restorations'), wish).expectProblem(409, 'content.attempt-moved');
    const seen = { ...wish, version: (await preview(id, 'session-1')).version };
    await instructor.post(path(id, 'restorations'), seen).expectProblem(409, 'content.attempt-busy');
    await player.commit(epoch, records(1, left('closed')));
    const now = { ...wish, version: (await preview(id, 'session-1')).version };
    const keyed = instructor.with({ 'idempotency-key': 'once' });
    const first = await keyed.post(path(id, 'restorations'), now).expect<RestorationView>(201);
    expect((await keyed.post(path(id, 'restorations'), now).expect<RestorationView>(201)).body).toEqual(first.body);
    await instructor.post(path(id, 'restorations'), now).expectProblem(409, 'content.attempt-moved');
    expect(await school.sql(`select 1 from content.restoration where attempt_id = $1`, [id])).toHaveLength(1);
    await instructor.post(path(id, 'restorations'), { ...now, reason: 'x' }).expectProblem(400, 'invalid-request');
  });

  it('is nothing that people do for themselves, or for learners of others', async () => {
    const { id, learner } = await aLoss();
    const { version } = await preview(id, 'session-1');
    const wish = { point: 'session-1', version, reason };
    const self = school.as(anActor({ personId: learner.actor.personId, roles: ['instructor'] }));
    await self.post(path(id, 'restorations'), wish).expectProblem(403, 'forbidden');
    await learner.client.post(path(id, 'restorations'), wish).expectProblem(403, 'forbidden');
    const other = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
    await other.post(path(id, 'restorations'), wish).expectProblem(404, 'not-found');
    await other.get(path(id, 'restore-points')).expectProblem(404, 'not-found');
  });

  it('stands in the timeline and in the audit chain', async () => {
    const { id } = await aLoss();
    await give(id, 'session-1');
    await school.publishes('identity.pub_person', [{ id: helper.personId, given_name: 'Elena', family_name: 'Ríos', language: 'es' }]);
    const { items } = (await instructor.get(path(id, 'timeline?topic=sessions')).expect<Page<TimelineEntry>>(200)).body;
    expect(items.at(-1)).toMatchObject({ kind: 'restored', how: reason, by: 'Elena Ríos' });
    const owner = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
    const report = await verifyAudit(owner).finally(() => owner.end());
    expect(report.broken).toBeUndefined();
  });

  it('brings a sequenced course back to its place, and what was satisfied stays', async () => {
    const flow = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>';
    const learner = await aLearner(school, { version: '2004', scos: ['one', 'two'], sequencing: { organization: flow, sco: '' } });
    await aCourseOf(school, learner);
    const player = await APlayer.open(school, learner);
    const id = String(player.launched['attemptId']);
    const begin = { kind: 'nav' as const, element: 'begin', scoId: '' };
    const first = await player.lease();
    const one = [begin, opened, initialized, set('cmi.suspend_data', 'half'), set('cmi.exit', 'suspend'), terminated];
    await player.commit(first.epoch, records(1, ...one, left('closed')));
    const second = await player.lease();
    const done = [begin, opened, initialized, set('cmi.completion_status', 'completed'), set('cmi.suspend_data', 'end'), terminated];
    await player.commit(second.epoch, records(1, ...done, left('exit')));
    const before = await school.sql<{ progress: number }>(`select completion, progress from content.attempt where id = $1`, [id]);
    await give(id, `session-${first.epoch}`);
    expect(await school.sql(`select data from content.suspend_data where attempt_id = $1 and sco_id = 'one'`, [id])).toEqual([
      { data: 'half' },
    ]);
    const [after] = await school.sql<{ progress: number }>(`select completion, progress from content.attempt where id = $1`, [id]);
    expect(after!.progress).toBeGreaterThanOrEqual(before[0]!.progress);
    const leased = await player.lease();
    expect(leased.sequencing).toMatchObject({ state: { activities: { one: { attempts: 1 } } } });
  });
});
