import { expect, it } from '@jest/globals';
import type { LearnerView, OutcomesView, Page, Role } from '@aula/contracts';
import { InsightsModule } from '@aula/insights';
import { anActor, house, type Client } from '@aula/testing';
import {
  aLearner,
  anEdition,
  aUnit,
  anInstitution,
  cellsOf,
  dashboardOf,
  facts,
  finish,
  neighbours,
  order,
  totalsOf,
  type Learner,
} from './builders.js';

const school = await house(InsightsModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'], language: 'en' }));
const over = (role: Role, kind: 'institution' | 'university' | 'course' | 'edition', id: string) =>
  school.as(anActor({ grants: [{ role, scope: { kind, id } }] }));
const enrolled = async (...learners: Learner[]): Promise<void> => {
  const items = learners.map(({ id, personId, edition }) => ({ enrollmentId: id, personId, editionId: edition.id }));
  await school.hears('enrollment.activated', items);
  await order(school, 'refresh');
};
const list = async (client: Client, query: string): Promise<Page<LearnerView>> =>
  (await client.get(`/api/insights/learners?${query}`).expect<Page<LearnerView>>(200)).body;

it('counts what facts say, in whatever order and however often they are heard', async () => {
  const edition = await anEdition(school);
  const learner = await aLearner(school, edition, { country: 'PE', birthYear: 2000 });
  await finish(school, learner);
  const said = facts(school, learner);
  await said.issued();
  await said.completed();
  await order(school, 'refresh');
  const counted = { enrolled: 1, begun: 1, half: 1, completed: 1, certified: 1 };
  expect(await totalsOf(administrator, { edition: edition.id })).toEqual(counted);
  await said.activated();
  await said.issued();
  await order(school, 'refresh');
  await order(school, 'rebuild');
  const { totals, funnel, breakdowns, at } = await dashboardOf(administrator, { edition: edition.id });
  expect(totals).toMatchObject(counted);
  expect(funnel).toEqual(['enrolled', 'begun', 'half', 'completed', 'certified'].map((step) => ({ step, count: 1 })));
  expect(at).not.toBeNull();
  expect(breakdowns.course).toMatchObject([{ key: edition.course, name: { es: 'Curso Edición' }, enrolled: 1 }]);
  expect(breakdowns.age).toMatchObject([{ key: '25-34' }]);
  expect(breakdowns.month).toMatchObject([{ key: '2026-03', completed: 1 }]);
});

it('takes back what is no longer so: withdrawals, voided completions, revoked certificates, rows that are gone', async () => {
  const edition = await anEdition(school);
  const [left, voided, erased] = [await aLearner(school, edition), await aLearner(school, edition), await aLearner(school, edition)];
  await finish(school, voided);
  await enrolled(left, voided, erased);
  const query = { edition: edition.id } as never;
  expect(await totalsOf(administrator, query)).toMatchObject({ enrolled: 3, completed: 1, certified: 1 });
  await school.sql(`update testing.enrollment_pub_standing set state = 'withdrawn' where id = $1`, [left.id]);
  await facts(school, left).withdrawn();
  await school.sql(`update testing.enrollment_pub_completion set voided_at = now() where enrollment_id = $1`, [voided.id]);
  await school.sql(`update testing.accreditation_pub_credential set state = 'revoked' where enrollment_id = $1`, [voided.id]);
  await school.sql(`delete from testing.enrollment_pub_standing where id = $1`, [erased.id]);
  await school.sql(`delete from testing.identity_pub_person where id = $1`, [left.personId]);
  await administrator.post('/api/insights/rebuilds').expect(202);
  await school.settle();
  expect(await totalsOf(administrator, query)).toEqual({ enrolled: 2, begun: 1, half: 1, withdrawn: 1 });
});

it('counts nobody less when a transaction of the rebuilding is repeated', async () => {
  const edition = await anEdition(school);
  const learners = [await aLearner(school, edition), await aLearner(school, edition)];
  await enrolled(...learners);
  const query = { edition: edition.id } as never;
  expect(await totalsOf(administrator, query)).toMatchObject({ enrolled: 2 });
  await school.sql(`update testing.enrollment_pub_standing set state = 'withdrawn' where id = $1`, [learners[0]!.id]);
  await school.sql(`create sequence testing.lost`);
  await school.sql(`create function testing.lose() returns trigger language plpgsql security definer as $$ begin
    if nextval('testing.lost') = 1 then raise exception 'another was first' using errcode = '40001'; end if; return null; end $$`);
  await school.sql(`create constraint trigger lose after update on insights.learner deferrable initially deferred
    for each row execute function testing.lose()`);
  await administrator.post('/api/insights/rebuilds').expect(202);
  await school.settle();
  await school.sql(`drop trigger lose on insights.learner`);
  expect(await totalsOf(administrator, query)).toMatchObject({ enrolled: 2, withdrawn: 1 });
});

it('follows work in units, which no fact tells, and the people who move', async () => {
  const edition = await anEdition(school);
  const [from, to] = [await anInstitution(school, 'Academia', 'CL'), await anInstitution(school, 'Escuela', 'BR')];
  const learner = await aLearner(school, edition, { path: from, country: null });
  await enrolled(learner);
  const mark = { enrollment_id: learner.id, completed: false, changed_at: new Date().toISOString() };
  await school.publishes('enrollment.pub_unit_mark', [
    { ...mark, unit_id: await aUnit(school, edition, 'quiz'), passed: true, failed: true },
    { ...mark, unit_id: await aUnit(school, edition, 'page'), passed: false, failed: false },
  ]);
  await order(school, 'follow-progress');
  await order(school, 'refresh');
  expect(await totalsOf(administrator, { edition: edition.id })).toEqual({ enrolled: 1, active: 1, begun: 1, passed: 1 });
  expect((await dashboardOf(administrator, { edition: edition.id })).breakdowns).toMatchObject({
    country: [{ key: 'CL' }],
    institution: [{ key: from.at(-1), name: 'Academia' }],
  });
  await school.sql(`update testing.identity_pub_person set institution_id = $2, sex = null, birth_year = null where id = $1`, [
    learner.personId,
    to.at(-1),
  ]);
  await facts(school, learner).changed();
  await order(school, 'refresh');
  const { breakdowns } = await dashboardOf(administrator, { edition: edition.id });
  expect(breakdowns.country).toMatchObject([{ key: 'BR', enrolled: 1 }]);
  expect(breakdowns.institution).toHaveLength(1);
  expect([breakdowns.sex, breakdowns.age]).toMatchObject([[{ key: 'none' }], [{ key: 'none' }]]);
});

it('takes the quizzes of a course for its examinations, and its packages only where there is no quiz', async () => {
  const [lessons, packed] = [await anEdition(school), await anEdition(school)];
  const [reader, sitter] = [await aLearner(school, lessons), await aLearner(school, packed)];
  const [lesson, quiz, test] = [
    await aUnit(school, lessons, 'scorm'),
    await aUnit(school, lessons, 'quiz'),
    await aUnit(school, packed, 'scorm'),
  ];
  const mark = { completed: true, passed: true, failed: false, changed_at: '2026-04-01T00:00:00Z' };
  await school.publishes('enrollment.pub_unit_mark', [
    { ...mark, enrollment_id: reader.id, unit_id: lesson },
    { ...mark, enrollment_id: sitter.id, unit_id: test },
  ]);
  await enrolled(reader, sitter);
  expect(await totalsOf(administrator, { edition: lessons.id })).toEqual({ enrolled: 1, begun: 1 });
  expect(await totalsOf(administrator, { edition: packed.id })).toEqual({ enrolled: 1, begun: 1, passed: 1 });
  await school.publishes('enrollment.pub_unit_mark', [{ ...mark, enrollment_id: reader.id, unit_id: quiz, passed: false, failed: true }]);
  await facts(school, reader).regraded(quiz, false);
  await order(school, 'refresh');
  expect(await totalsOf(administrator, { edition: lessons.id })).toEqual({ enrolled: 1, begun: 1, failed: 1 });
});

it('follows an enrollment to another account and a grade that was changed, as if all were counted anew', async () => {
  const edition = await anEdition(school);
  const [duplicate, kept] = [
    await aLearner(school, edition, { country: 'UY', sex: 'F', language: 'es' }),
    await aLearner(school, await anEdition(school), { country: 'BR', sex: 'M', language: 'pt' }),
  ];
  const unitId = await aUnit(school, edition, 'quiz');
  const mark = { enrollment_id: duplicate.id, unit_id: unitId, completed: false, passed: false, failed: true };
  await school.publishes('enrollment.pub_unit_mark', [{ ...mark, changed_at: '2026-04-01T00:00:00Z' }]);
  await enrolled(duplicate, kept);
  expect(await totalsOf(administrator, { edition: edition.id })).toEqual({ enrolled: 1, begun: 1, failed: 1 });
  await school.sql(`update testing.enrollment_pub_standing set person_id = $2 where id = $1`, [duplicate.id, kept.personId]);
  await facts(school, duplicate).moved();
  await school.sql(`update testing.enrollment_pub_unit_mark set passed = true where unit_id = $1`, [unitId]);
  await facts(school, duplicate).regraded(unitId, true);
  await order(school, 'refresh');
  const { totals, breakdowns } = await dashboardOf(administrator, { edition: edition.id });
  expect(totals).toMatchObject({ enrolled: 1, passed: 1, failed: 0 });
  expect([breakdowns.country, breakdowns.sex, breakdowns.language]).toMatchObject([[{ key: 'BR' }], [{ key: 'M' }], [{ key: 'pt' }]]);
  expect((await list(administrator, `edition=${edition.id}`)).items).toMatchObject([{ personId: kept.personId }]);
  const counters = await cellsOf(school);
  await order(school, 'rebuild');
  expect(await cellsOf(school)).toEqual(counters);
});

it('shows everybody their own part: by branch, university, course or edition', async () => {
  const root = await anInstitution(school, 'Policía', 'CO');
  const below = await anInstitution(school, 'Academia', 'CO', root);
  const university = await anInstitution(school, 'Universidad', 'CO');
  const [ours, theirs] = [await anEdition(school, { institutionId: university.at(-1)! }), await anEdition(school)];
  const [a, b, c] = [
    await aLearner(school, ours, { path: root, country: 'CO' }),
    await aLearner(school, ours, { path: below, country: 'CO', given: 'Bea' }),
    await aLearner(school, theirs, { path: university, country: 'CO' }),
  ];
  await enrolled(a, b, c);
  const seen = async (client: Client): Promise<number> => (await totalsOf(client, { country: 'CO' })).enrolled ?? 0;
  const listed = async (client: Client) => (await list(client, 'country=CO')).items.length;
  const views: [Client, number][] = [
    [administrator, 3],
    [school.as(anActor({ roles: ['auditor'] })), 3],
    [school.as(anActor({ roles: ['coordinator'] })), 3],
    [over('training-administrator', 'institution', root.at(-1)!), 2],
    [over('auditor', 'institution', below.at(-1)!), 1],
    [over('programme-manager', 'institution', below.at(-1)!), 1],
    [over('programme-manager', 'course', ours.course), 2],
    [over('instructor', 'course', theirs.course), 1],
    [over('instructor', 'edition', ours.id), 2],
    [over('registrar', 'university', university.at(-1)!), 2],
    [over('instructor', 'institution', root.at(-1)!), 0],
  ];
  expect(await Promise.all(views.map(([client]) => seen(client)))).toEqual(views.map(([, count]) => count));
  expect(await Promise.all(views.map(([client]) => listed(client)))).toEqual(views.map(([, count]) => count));
  expect(await totalsOf(administrator, { institution: root.at(-1) })).toMatchObject({ enrolled: 2 });
  await school.as(anActor()).get('/api/insights/dashboard').expectProblem(403, 'forbidden');
  await over('training-administrator', 'institution', root.at(-1)!).post('/api/insights/rebuilds').expectProblem(403, 'forbidden');
});

it('opens the list behind each number, page by page', async () => {
  const edition = await anEdition(school, { title: 'Lista' });
  const made = await Promise.all(
    Array.from({ length: 5 }, () => aLearner(school, edition, { sex: 'M', enrolledAt: '2026-07-31T23:59:59Z' })),
  );
  await finish(school, made[0]!);
  await enrolled(...made);
  const query = `edition=${edition.id}&sex=M&age=35-44&from=2026-07&to=2026-07&language=es`;
  const first = await list(administrator, `${query}&limit=3`);
  const second = await list(administrator, `${query}&limit=3&cursor=${first.next}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
  expect(new Set([...first.items, ...second.items].map(({ enrollmentId }) => enrollmentId))).toEqual(new Set(made.map(({ id }) => id)));
  expect((await list(administrator, `${query}&state=certified`)).items).toMatchObject([
    {
      enrollmentId: made[0]!.id,
      givenName: 'Ana',
      courseTitle: { es: 'Curso Lista' },
      editionTitle: 'Lista',
      state: 'completed',
      progress: 1,
    },
  ]);
  expect((await list(administrator, `edition=${edition.id}&from=2026-08`)).items).toEqual([]);
  await administrator.get('/api/insights/learners?state=unknown').expectProblem(400, 'invalid-request');
  await administrator.get('/api/insights/learners?cursor=x').expectProblem(400, 'cursor-invalid');
});

it('tells what happened in each month, whenever people enrolled, and opens the list behind each of these numbers', async () => {
  const edition = await anEdition(school);
  const [spring, summer, unfinished] = [
    await aLearner(school, edition, { enrolledAt: '2026-01-10T00:00:00Z' }),
    await aLearner(school, edition, { enrolledAt: '2026-02-10T00:00:00Z', sex: 'M' }),
    await aLearner(school, edition),
  ];
  await finish(school, spring);
  await finish(school, summer);
  await school.sql(`update testing.enrollment_pub_completion set completed_at = '2026-04-30T23:59:59Z' where enrollment_id = $1`, [
    spring.id,
  ]);
  await enrolled(spring, summer, unfinished);
  const outcomes = async (query = ''): Promise<OutcomesView['months']> =>
    (await administrator.get(`/api/insights/outcomes?edition=${edition.id}${query}`).expect<OutcomesView>(200)).body.months;
  expect(await outcomes()).toEqual([
    { key: '2026-04', completed: 1, certified: 0 },
    { key: '2026-05', completed: 1, certified: 2 },
  ]);
  expect(await outcomes('&sex=M')).toEqual([{ key: '2026-05', completed: 1, certified: 1 }]);
  expect(await outcomes('&to=2026-01')).toMatchObject([
    { key: '2026-04', completed: 1 },
    { key: '2026-05', certified: 1 },
  ]);
  const behind = async (query: string) =>
    (await list(administrator, `edition=${edition.id}&${query}`)).items.map(({ enrollmentId }) => enrollmentId).toSorted();
  expect(await behind('state=completed&during=2026-04')).toEqual([spring.id]);
  expect(await behind('state=certified&during=2026-05')).toEqual([spring.id, summer.id].toSorted());
  expect(await behind('state=enrolled&during=2026-02')).toEqual([summer.id]);
  await administrator.get('/api/insights/learners?state=completed&during=2026-13').expectProblem(400, 'invalid-request');
});

it('writes files that no spreadsheet takes for formulas, in the reader’s language', async () => {
  const edition = await anEdition(school, { title: '+2026' });
  await enrolled(await aLearner(school, edition, { given: '=HYPERLINK("http://x")' }));
  const learners = await administrator
    .with({ 'accept-language': 'pt-BR' })
    .get(`/api/insights/learners.csv?edition=${edition.id}`)
    .expect(200);
  expect(learners.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(learners.text).toContain('Nome,Sobrenome');
  expect(learners.text).toContain(`"'=HYPERLINK(""http://x"")",Pérez`);
  expect(learners.text).toContain(`"'+2026"`);
  const editions = await administrator.get(`/api/insights/breakdown.csv?by=edition&edition=${edition.id}`).expect(200);
  expect(editions.text.split('\r\n').slice(0, 2)).toEqual([
    '\uFEFFEdition,Name,Enrolled,Active within 30 days,Begun,Half done,Completed,Withdrawn,Examinations passed,Examinations failed,Certificates',
    `${edition.id},"'+2026",1,0,0,0,0,0,0,0,0`,
  ]);
});

it('tells everybody the numbers of the network, none of them small', async () => {
  const edition = await anEdition(school);
  const few = await Promise.all(Array.from({ length: 2 }, () => aLearner(school, edition, { country: 'JM' })));
  const many = await Promise.all(Array.from({ length: 9 }, () => aLearner(school, edition, { country: 'MX' })));
  await enrolled(...few, ...many);
  const { body } = await school.visitor().get('/api/insights/numbers').expect<{ totals: object; countries: { key: string }[] }>(200);
  const all = await dashboardOf(administrator);
  expect(body.totals).toMatchObject({ enrolled: all.totals.enrolled, completed: null });
  expect(body.countries.find(({ key }) => key === 'MX')).toMatchObject({ enrolled: 9, completed: null, certified: null });
  expect(body.countries.find(({ key }) => key === 'JM')).toMatchObject({ enrolled: null, completed: null, certified: null });
  expect(JSON.stringify(body)).not.toMatch(/:[1-4][,}]/);
  const csv = await school.visitor().get('/api/insights/numbers.csv?by=country').expect(200);
  expect(csv.text).toContain('MX,9,,');
});
