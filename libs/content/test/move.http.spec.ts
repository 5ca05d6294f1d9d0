import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { PackageMovePersonView, PackageMovePreview, PackageMoveView, Page, RestorePreview } from '@aula/contracts';
import { ContentModule } from '@aula/content';
import { verifyAudit } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import { APlayer, aLearner, aPackage, initialized, left, opened, paused, records, set, terminated, type PackageWish } from './a-launch.js';

const school = await house(ContentModule);
await school.publishes('enrollment.pub_edition', []);
const author = anActor({ roles: ['instructor'] });
const client = school.as(author);

/** A package with two versions, and an edition whose learners are on the first. */
const aLine = async (before: PackageWish, after: PackageWish) => {
  const [one, two] = [await aPackage(school, before, author.personId), await aPackage(school, after, author.personId)];
  await client.post(`/api/content/packages/${one}/versions`, { packageId: two }).expect(201);
  const edition = randomUUID();
  await school.publishes('enrollment.pub_edition', [
    { id: edition, course_version_id: randomUUID(), title: 'Cohorte', mode: 'virtual', time_zone: 'UTC' },
  ]);
  const learner = (wish: Parameters<typeof aLearner>[1] = {}) =>
    aLearner(school, { ...wish, packageId: one, enrollment: { edition_id: edition, ...wish.enrollment } });
  const at = `/api/content/packages/${two}`;
  return {
    ...{ one, two, edition, learner },
    preview: async (rule: string, query = '') =>
      (await client.get(`${at}/move-preview?rule=${rule}${query}`).expect<PackageMovePreview>(200)).body,
    people: async (rule: string, by = client) =>
      (await by.get(`${at}/move-people?rule=${rule}`).expect<Page<PackageMovePersonView>>(200)).body.items,
    move: async (rule: string, more: object = {}) => {
      const { id } = (await client.post(`${at}/moves`, { rule, ...more }).expect<{ id: string }>(202)).body;
      await school.settle();
      return id;
    },
    moves: async () => (await client.get(`${at}/moves`).expect<Page<PackageMoveView>>(200)).body.items,
    undo: async (id: string) => {
      await client.post(`/api/content/package-moves/${id}/reversal`).expect(202);
      await school.settle();
    },
  };
};
/** Studies one item and leaves properly. */
const studies = async (learner: Awaited<ReturnType<typeof aLearner>>, scoId = 'one', status = 'incomplete'): Promise<void> => {
  const player = await APlayer.open(school, learner);
  const { epoch } = await player.lease();
  const said = [
    opened,
    initialized,
    set('cmi.core.lesson_location', `page of ${scoId}`),
    set('cmi.suspend_data', `kept of ${scoId}`),
    set('cmi.core.lesson_status', status),
    terminated,
    paused,
  ];
  await player.commit(
    epoch,
    records(1, ...said).map((each) => ({ ...each, scoId })),
  );
};
const packageOf = async (learner: Awaited<ReturnType<typeof aLearner>>): Promise<string> => {
  await APlayer.open(school, learner);
  const [row] = await school.sql<{ package_id: string }>(
    `select package_id from content.launch where person_id = $1 order by id desc limit 1`,
    [learner.actor.personId],
  );
  return row!.package_id;
};

describe('a move to another version', () => {
  it('is looked at first, takes along what has the same identifier, and tells what not', async () => {
    const line = await aLine({ scos: ['one', 'two'] }, { scos: ['one', 'three'] });
    const [fresh, begun, done] = [await line.learner(), await line.learner(), await line.learner()];
    await studies(begun, 'one');
    await studies(begun, 'two');
    await studies(done, 'one', 'completed');
    await studies(done, 'two', 'completed');
    expect(await line.preview('not-started')).toEqual({ notStarted: 1, started: 0, completed: 0, busy: 0, lost: [], restarted: 0 });
    expect(await line.preview('all')).toEqual({
      ...{ notStarted: 1, started: 1, completed: 1, busy: 0, restarted: 0 },
      lost: [{ identifier: 'two', title: 'two', learners: 2 }],
    });
    const named = new Map((await line.people('not-completed')).map((each) => [each.enrollmentId, each]));
    expect(named.get(begun.enrollmentId)).toMatchObject({ standing: 'started', kept: 1, lost: 1, editionTitle: 'Cohorte' });
    expect(named.get(fresh.enrollmentId)).toMatchObject({ standing: 'not-started', kept: 0, lost: 0 });
    expect(named.has(done.enrollmentId)).toBe(false);
    expect(await packageOf(begun)).toBe(line.one);

    await line.move('not-completed');
    expect(await line.moves()).toMatchObject([{ state: 'done', rule: 'not-completed', total: 1, moved: 1, number: 2 }]);
    expect([await packageOf(fresh), await packageOf(begun), await packageOf(done)]).toEqual([line.two, line.two, line.one]);
    const { scos } = await (await APlayer.open(school, begun)).lease();
    expect(Object.keys(scos)).toEqual(['one']);
    expect(scos).toMatchObject({ one: { elements: { 'cmi.core.lesson_location': 'page of one', 'cmi.suspend_data': 'kept of one' } } });
    expect(await line.preview('not-completed')).toMatchObject({ notStarted: 0, started: 0 });
  });

  it('takes back nothing that was completed, and says what a shorter version completes, once', async () => {
    const line = await aLine({ scos: ['one', 'two'] }, { scos: ['one'] });
    const [half, whole] = [await line.learner(), await line.learner()];
    await studies(half, 'one', 'completed');
    await studies(whole, 'one', 'completed');
    await studies(whole, 'two', 'completed');
    const said = async (enrollmentId: string) =>
      (await school.said('unit.progressed')).filter((each) => each.enrollmentId === enrollmentId && each.completion === 'completed').length;
    expect([await said(half.enrollmentId), await said(whole.enrollmentId)]).toEqual([0, 1]);
    await line.move('all');
    await line.move('all');
    expect([await said(half.enrollmentId), await said(whole.enrollmentId)]).toEqual([1, 1]);
    const results = await school.sql(`select completion from content.pub_unit_result where enrollment_id = any($1::uuid[])`, [
      [half.enrollmentId, whole.enrollmentId],
    ]);
    expect(results).toEqual([{ completion: 'completed' }, { completion: 'completed' }]);
  });

  it('leaves whoever has the course open; who comes back to an old window is set aside, and nothing acknowledged is lost', async () => {
    const line = await aLine({ scos: ['one'] }, { scos: ['one'] });
    const [here, idle] = [await line.learner(), await line.learner()];
    const player = await APlayer.open(school, here);
    const { epoch } = await player.lease();
    const window = await APlayer.open(school, idle);
    const lease = await window.lease();
    await window.commit(lease.epoch, records(1, opened, initialized, set('cmi.core.lesson_location', '7')));
    await school.sql(`update content.attempt set busy_until = clock_timestamp() where enrollment_id = $1`, [idle.enrollmentId]);
    expect(await line.preview('all')).toMatchObject({ started: 1, busy: 1 });
    await line.move('all');
    expect(await line.moves()).toMatchObject([{ state: 'done', total: 1, moved: 1 }]);
    expect(await player.commit(epoch, records(1, opened))).toBe(1);
    await window.send(lease.epoch, records(4, set('cmi.core.lesson_location', '8'))).expectProblem(409, 'content.stale-epoch');
    const [kept] = await school.sql<{ records: number; aside: number }>(
      `select (select count(*)::int from content.record where attempt_id = $1) as records,
         (select count(*)::int from content.quarantine where attempt_id = $1) as aside`,
      [window.launched['attemptId']],
    );
    expect(kept).toEqual({ records: 3, aside: 1 });
    expect([await packageOf(here), await packageOf(idle)]).toEqual([line.one, line.two]);
  });

  it('takes the path along, and its chance, also of somebody who has opened no item yet: earlier states are folded on from there', async () => {
    const sequencing = { organization: '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>', sco: '' };
    const wish = { version: '2004' as const, scos: ['one', 'two'], sequencing };
    const line = await aLine(wish, wish);
    const learner = await line.learner();
    const sits = async (...words: string[]): Promise<string> => {
      const player = await APlayer.open(school, learner);
      const { epoch } = await player.lease();
      const path = ['begin', ...words].map((element) => ({ kind: 'nav' as const, scoId: '', element, value: 'continue' }));
      await player.commit(epoch, records(1, ...path, left('exit')));
      return String(player.launched['attemptId']);
    };
    const pathOf = (id: string) => school.sql(`select state from content.sequencing where attempt_id = $1`, [id]);
    const before = await sits();
    await line.move('all');
    const id = await sits('request');
    expect(id).not.toBe(before);
    const there = await pathOf(id);
    await sits('request');
    expect(await pathOf(id)).not.toEqual(there);
    const at = `/api/content/attempts/${id}`;
    const { version } = (await client.get(`${at}/restore-points/session-1`).expect<RestorePreview>(200)).body;
    await client.post(`${at}/restorations`, { point: 'session-1', version, reason: 'Se perdió.' }).expect(201);
    expect(await pathOf(id)).toEqual(there);
  });

  it('is undone for all who have not opened the new version, and says who has', async () => {
    const line = await aLine({ scos: ['one'] }, { scos: ['one'] });
    const [fresh, back, on] = [await line.learner(), await line.learner(), await line.learner()];
    await studies(back);
    await studies(on);
    const id = await line.move('all');
    const code = await back.client
      .post('/api/content/launches', { enrollmentId: back.enrollmentId, unitId: back.unitId })
      .expect<{ url: string }>(201);
    await studies(on);
    await line.undo(id);
    expect(await line.moves()).toMatchObject([{ state: 'reversed', moved: 2, reversed: 1, stayed: 1 }]);
    await school
      .visitor({ host: new URL(code.body.url).hostname })
      .post('/_rt/launch', { launchCode: new URL(code.body.url).hash.slice(1) })
      .expectProblem(410, 'content.launch-code-spent');
    expect([await packageOf(fresh), await packageOf(back), await packageOf(on)]).toEqual([line.one, line.one, line.two]);
    const { scos } = await (await APlayer.open(school, back)).lease();
    expect(scos).toMatchObject({ one: { elements: { 'cmi.suspend_data': 'kept of one' } } });
    await client.post(`/api/content/package-moves/${id}/reversal`).expectProblem(409, 'content.move-not-done');
    await line.move('all');
    expect([await packageOf(fresh), await packageOf(on)]).toEqual([line.two, line.two]);
    const chain = { query: async (text: string, parameters: unknown[]) => ({ rows: await school.sql(text, parameters) }) };
    expect((await verifyAudit(chain as never)).broken).toBeUndefined();
  });

  it('is of one edition when it says so, and does not outlast a publication that names another version', async () => {
    const line = await aLine({ scos: ['one'] }, { scos: ['one'] });
    const [mine, other] = [await line.learner(), await line.learner({ enrollment: { edition_id: randomUUID() } })];
    expect(await line.preview('all', `&editionId=${line.edition}`)).toMatchObject({ notStarted: 1 });
    await line.move('all', { editionId: line.edition });
    expect([await packageOf(mine), await packageOf(other)]).toEqual([line.two, line.one]);
    const later = await line.learner();
    await school.sql(
      `update testing.catalog_pub_course_version set published_at = clock_timestamp() where id =
         (select course_version_id from testing.enrollment_pub_enrollment where id = $1)`,
      [later.enrollmentId],
    );
    expect(await packageOf(later)).toBe(line.one);
  });

  it('goes chunk by chunk, and is one at a time', async () => {
    const line = await aLine({ scos: ['one'] }, { scos: ['one'] });
    const learner = await line.learner();
    await studies(learner);
    const [given] = await school.sql<{ id: string }>(`select id from content.attempt where enrollment_id = $1`, [learner.enrollmentId]);
    await school.sql(
      `with people as (select gen_random_uuid() as enrollment, gen_random_uuid() as person, gen_random_uuid() as attempt from generate_series(1, 1200)),
       enrolled as (insert into testing.enrollment_pub_enrollment (id, person_id, edition_id, course_version_id, state, opens_at, closes_at)
         select p.enrollment, p.person, e.edition_id, e.course_version_id, e.state, e.opens_at, e.closes_at from people p, testing.enrollment_pub_enrollment e where e.id = $2),
       tried as (insert into content.attempt (id, enrollment_id, unit_id, person_id, package_id, host_label, epoch)
         select p.attempt, p.enrollment, a.unit_id, p.person, a.package_id, 'x', 1 from people p, content.attempt a where a.id = $1)
       insert into content.sco (attempt_id, sco_id, visit, visits, earlier_seconds, latched_completed, latched_passed, completion, success, progress, seconds)
         select p.attempt, s.sco_id, s.visit, s.visits, s.earlier_seconds, false, false, s.completion, s.success, s.progress, s.seconds from people p, content.sco s where s.attempt_id = $1`,
      [given!.id, learner.enrollmentId],
    );
    const asked = await Promise.all(
      ['all', 'all'].map((rule) => client.post(`/api/content/packages/${line.two}/moves`, { rule }).whatever<{ code?: string }>()),
    );
    expect(asked.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    await school.settle();
    const [move] = await line.moves();
    expect(move).toMatchObject({ state: 'done', total: 1201, moved: 1201 });
    await line.undo(move!.id);
    expect((await line.moves())[0]).toMatchObject({ state: 'reversed', reversed: 1201, stayed: 0 });
  });

  it('is for those who look after the package; names only for those who may look into the learners', async () => {
    const line = await aLine({ scos: ['one'] }, { scos: ['one'] });
    await line.learner();
    expect(await line.people('all')).toHaveLength(1);
    const own = school.as({ ...author, grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] } as never);
    expect(await line.people('all', own)).toEqual([]);
    const path = `/api/content/packages/${line.two}`;
    await school
      .as(anActor({ roles: ['auditor'] }))
      .get(`${path}/moves`)
      .expectProblem(403, 'forbidden');
    const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: randomUUID() } }] }));
    await stranger.post(`${path}/moves`, { rule: 'all' }).expectProblem(404, 'not-found');
    const alone = await aPackage(school, {}, author.personId);
    await client.post(`/api/content/packages/${alone}/moves`, { rule: 'all' }).expectProblem(409, 'content.no-other-version');
  });
});

describe('the language of an attempt', () => {
  it('follows the learner until something was opened, and stays then', async () => {
    const [es, pt] = [await aPackage(school), await aPackage(school)];
    const learner = await aLearner(school, { packageId: es, packages: { es, pt } });
    expect(await packageOf(learner)).toBe(es);
    const early = await APlayer.open(school, learner);
    const inPortuguese = { ...learner, client: school.as({ ...learner.actor, language: 'pt' }) };
    expect(await packageOf(inPortuguese)).toBe(pt);
    await early.askLease().expectProblem(401, 'content.token-refused');
    await studies(inPortuguese);
    expect(await packageOf(learner)).toBe(pt);
  });
});
