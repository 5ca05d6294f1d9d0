import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ContentAttemptView, Page, TimelineEntry } from '@aula/contracts';
import { verifyAudit } from '@aula/platform';
import { anActor, house, type Client } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { APlayer, aLearner, claiming, initialized, opened, paused, records, set } from './a-launch.js';
import { aCourseOf } from './a-course.js';

const school = await house(ContentModule);
const supporter = school.as(anActor({ roles: ['administrator'], language: 'en' })).with({ 'accept-language': 'en' });
const attemptOf = (player: APlayer): string => String(player.launched['attemptId']);
const timeline = async (client: Client, id: string, query = ''): Promise<Page<TimelineEntry>> =>
  (await client.get(`/api/content/attempts/${id}/timeline?limit=200${query}`).expect<Page<TimelineEntry>>(200)).body;

/** A learner who studied, was taken over by another device, and handed in late from the first one. */
const aStory = async () => {
  const learner = await aLearner(school, { version: '2004' });
  const course = await aCourseOf(school, learner);
  const [first, second] = [await APlayer.open(school, learner), await APlayer.open(school, learner)];
  const one = await first.lease({ device: 'a' });
  const study = [
    opened,
    initialized,
    set('cmi.interactions.0.id', 'q1'),
    set('cmi.interactions.0.learner_response', 'x'.repeat(3_000), { result: 'false', errorCode: 351 }),
    set('cmi.completion_status', 'incomplete'),
  ];
  await first.commit(one.epoch, records(1, ...study));
  await first.send(one.epoch, records(9, opened)).expectProblem(412, 'content.sequence-gap');
  await first.send(one.epoch, records(9, opened)).expectProblem(412, 'content.sequence-gap');
  const two = await second.lease({ device: 'b', takeOver: true });
  await first.send(one.epoch, records(6, set('cmi.location', 'late'))).expectProblem(409, 'content.stale-epoch');
  await second.commit(
    two.epoch,
    records(1, { ...opened, t: 1_700_000_900_000 }, { ...claiming({ completion: 'incomplete' }), t: 1_700_001_500_000 }, paused),
  );
  return { learner, course, id: attemptOf(first) };
};

describe('the timeline of an attempt', () => {
  it('tells everything that happened, in order, with errors in words', async () => {
    const { id } = await aStory();
    const { items, next } = await timeline(supporter, id);
    expect(next).toBeNull();
    expect(items.map(({ kind, how, call }) => [kind, how ?? call])).toEqual([
      ['begun', null],
      ['launch', 'normal'],
      ['launch', 'normal'],
      ['lease', 'first'],
      ['record', 'nav'],
      ['record', 'init'],
      ['record', 'set'],
      ['record', 'set'],
      ['record', 'set'],
      ['refused', 'gap'],
      ['lease', 'taken-over'],
      ['quarantined', 'stale-epoch'],
      ['record', 'nav'],
      ['record', 'term'],
      ['record', 'nav'],
    ]);
    expect(items.find(({ kind }) => kind === 'refused')).toMatchObject({ times: 2 });
    const answer = items.find(({ element }) => element === 'cmi.interactions.0.learner_response')!;
    expect(answer).toMatchObject({ length: 3_000, item: { identifier: 'one', title: 'one' }, result: 'false' });
    expect(answer.value).toHaveLength(1_000);
    expect(answer.error).toEqual({ code: 351, message: 'Another piece of data should have been written first.' });
    expect(items.find(({ kind }) => kind === 'quarantined')).toMatchObject({ seq: 6, element: 'cmi.location', value: 'late' });
    expect(items.find(({ call }) => call === 'term')!.pauseSeconds).toBe(600);
  });

  it('is read in pages that miss nothing and repeat nothing, whole or by topic', async () => {
    const { id } = await aStory();
    const whole = (await timeline(supporter, id)).items;
    const paged: TimelineEntry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Page<TimelineEntry> } = await supporter
        .get(`/api/content/attempts/${id}/timeline?limit=2${cursor && `&cursor=${cursor}`}`)
        .expect<Page<TimelineEntry>>(200);
      paged.push(...body.items);
      cursor = body.next;
    }
    expect(paged).toEqual(whole);
    const kinds = async (topic: string) => (await timeline(supporter, id, `&topic=${topic}`)).items.map(({ kind, call }) => call ?? kind);
    expect(await kinds('answers')).toEqual(['set', 'set']);
    expect(await kinds('results')).toEqual(['set']);
    expect(await kinds('navigation')).toEqual(['nav', 'nav', 'nav']);
    expect(await kinds('trouble')).toEqual(['set', 'refused', 'set']);
    expect(await kinds('sessions')).toEqual(['begun', 'launch', 'launch', 'lease', 'init', 'lease', 'term']);
    await supporter.get(`/api/content/attempts/${id}/timeline?cursor=nonsense`).expectProblem(400, 'cursor-invalid');
  });

  it('survives what a device may say of the time', async () => {
    const learner = await aLearner(school);
    await aCourseOf(school, learner);
    const player = await APlayer.open(school, learner);
    const { epoch } = await player.lease();
    await player.commit(epoch, records(1, { ...opened, t: 9e15 }, { ...initialized, t: -1e18 }));
    const { items } = await timeline(supporter, attemptOf(player), '&topic=sessions');
    expect(items.at(-1)).toMatchObject({ call: 'init', deviceAt: null });
  });
});

describe('a look into an attempt', () => {
  it('is for the instructors of its course or edition and the administrators of its branch alone', async () => {
    const { id, learner, course } = await aStory();
    const scoped = (role: 'instructor' | 'administrator', kind: 'course' | 'edition' | 'institution', scope: string) =>
      school.as(anActor({ grants: [{ role, scope: { kind, id: scope } }] }));
    const may = [
      scoped('instructor', 'course', course.courseId),
      scoped('instructor', 'edition', course.editionId),
      scoped('administrator', 'institution', course.institutionId),
      school.as(anActor({ roles: ['instructor'] })),
    ];
    const mayNot = [
      scoped('instructor', 'course', randomUUID()),
      scoped('instructor', 'edition', randomUUID()),
      scoped('administrator', 'institution', randomUUID()),
      scoped('instructor', 'institution', course.institutionId),
    ];
    for (const client of may) {
      await client.get(`/api/content/attempts/${id}`).expect(200);
      await client.get(`/api/content/attempts/${id}/timeline`).expect(200);
      const { body } = await client.get(`/api/content/attempts?editionId=${course.editionId}`).expect<Page<ContentAttemptView>>(200);
      expect(body.items.map((it) => it.id)).toEqual([id]);
    }
    for (const client of mayNot) {
      await client.get(`/api/content/attempts/${id}`).expectProblem(404, 'not-found');
      await client.get(`/api/content/attempts/${id}/timeline`).expectProblem(404, 'not-found');
      const { body } = await client.get(`/api/content/attempts?editionId=${course.editionId}`).expect<Page<ContentAttemptView>>(200);
      expect(body.items).toEqual([]);
    }
    const others = ['training-administrator', 'auditor', 'registrar', 'reviewer', 'programme-manager'] as const;
    const outside = [learner.client, ...others.map((role) => school.as(anActor({ roles: [role] })))];
    for (const client of outside) await client.get(`/api/content/attempts/${id}/timeline`).expectProblem(403, 'forbidden');
  });

  it('stands in the audit chain, once for each reading', async () => {
    const { id } = await aStory();
    const { next } = (await supporter.get(`/api/content/attempts/${id}/timeline?limit=3`).expect<Page<TimelineEntry>>(200)).body;
    await supporter.get(`/api/content/attempts/${id}/timeline?limit=3&cursor=${next}`).expect(200);
    const looks = await school.sql(
      `select 1 from platform.audit_entry where $1 = any(ids) and groups @> '[{"kind": "content-attempt", "action": "inspected"}]'`,
      [id],
    );
    expect(looks).toHaveLength(1);
    const owner = new pg.Pool({ connectionString: school.runtime.settings.databaseUrl, max: 1 });
    const report = await verifyAudit(owner).finally(() => owner.end());
    expect(report.broken).toBeUndefined();
  });

  it('shows what an attempt has come to, and pages through a roster', async () => {
    const learners = [];
    const editionId = randomUUID();
    for (let each = 0; each < 3; each++) {
      const learner = await aLearner(school, { enrollment: { edition_id: editionId } });
      await aCourseOf(school, learner, { editionId });
      await (await APlayer.open(school, learner)).lease();
      learners.push(learner);
    }
    const seen: ContentAttemptView[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Page<ContentAttemptView> } = await supporter
        .get(`/api/content/attempts?editionId=${editionId}&limit=1${cursor && `&cursor=${cursor}`}`)
        .expect<Page<ContentAttemptView>>(200);
      seen.push(...body.items);
      cursor = body.next;
    }
    expect(seen.map((it) => it.enrollmentId)).toEqual(learners.map((it) => it.enrollmentId).toSorted());
    expect(seen[0]).toMatchObject({
      editionTitle: 'Cohorte',
      unitTitle: { es: 'Unidad' },
      person: { givenName: 'Ana', familyName: 'Pérez' },
      packageTitle: 'Curso',
      busy: true,
      quarantined: 0,
      result: { completion: 'not attempted' },
    });
  });
});
