import { expect, it } from '@jest/globals';
import type { CourseDifferencesView, CourseReviewView, CourseView, Page, ReviewerView, WaitingReviewView } from '@aula/contracts';
import { CatalogModule } from '@aula/catalog';
import { anActor, house } from '@aula/testing';
import { aPublishedCourse, aPerson, added, anInstitution, made, neighbours, published } from './builders.js';

const school = await house(CatalogModule);
await neighbours(school);
const asker = anActor({ roles: ['instructor'] });
const author = school.as(asker);
const second = school.as(anActor({ roles: ['instructor'] }));
const draft = async (course: string): Promise<CourseView> =>
  (await author.get(`/api/catalog/courses/${course}`).expect<CourseView>(200)).body;
const reviews = async (course: string, as = author): Promise<CourseReviewView[]> =>
  (await as.get(`/api/catalog/courses/${course}/reviews`).expect<Page<CourseReviewView>>(200)).body.items;

it('publishes only what a second person approved, where the course asks for that', async () => {
  const { course, page } = await aPublishedCourse(school, author);
  const at = `/api/catalog/courses/${course}`;
  await author.patch(at, { reviewRequired: true }).expect(200);
  await author.post(`${at}/publications`).expectProblem(409, 'catalog.review-missing');
  const ask = async (): Promise<string> => (await author.post(`${at}/reviews`, { note: 'Para marzo' }).expect<{ id: string }>(201)).body.id;
  const first = await ask();
  await author.post(`${at}/reviews`, {}).expectProblem(409, 'catalog.review-open');
  const decide = (as: typeof author, id: string, wish: object) =>
    as.post(`${at}/reviews/${id}/decision`, { decision: 'approved', ...wish });
  const { draftRevision } = (await draft(course)).authoring!;
  await decide(author, first, { draftRevision }).expectProblem(403, 'catalog.review-own');
  await decide(second, first, { draftRevision: draftRevision - 1 }).expectProblem(409, 'catalog.review-outdated');
  await decide(second, first, { draftRevision, decision: 'sent-back' }).expectProblem(400, 'invalid-request');
  await second.post(`${at}/reviews/${first}/comments`, { unitId: page, text: 'Falta la fuente.' }).expect(201);
  await decide(second, first, { draftRevision, decision: 'sent-back', note: 'Vea la unidad 1.' }).expect(204);
  expect(await reviews(course)).toMatchObject([
    {
      state: 'sent-back',
      note: 'Para marzo',
      decisionNote: 'Vea la unidad 1.',
      comments: [{ unitId: page, text: 'Falta la fuente.' }],
      may: [],
    },
  ]);
  await second.post(`${at}/reviews/${first}/comments`, { text: 'Tarde' }).expectProblem(409, 'catalog.review-closed');
  await author.post(`${at}/publications`).expectProblem(409, 'catalog.review-missing');
  const next = await ask();
  expect((await reviews(course, second))[0]!.may).toEqual(['review.comment', 'review.decide']);
  await author.patch(`${at}/units/${page}`, { title: { es: 'Con fuente' } }).expect(200);
  await decide(second, next, { draftRevision: draftRevision + 1 }).expect(204);
  expect((await draft(course)).authoring).toMatchObject({ review: 'approved', reviewRequired: true });
  await author.patch(at, { hours: 3 }).expect(200);
  expect((await draft(course)).authoring!.review).toBe('outdated');
  await author.post(`${at}/publications`).expectProblem(409, 'catalog.review-missing');
  const last = await ask();
  await decide(second, last, { draftRevision: draftRevision + 2 }).expect(204);
  expect(await published(author, course)).toMatchObject({ number: 2 });
  expect((await draft(course)).authoring).toMatchObject({ review: 'approved', changed: false });
  expect((await school.said('course.review-requested')).map(({ askedBy }) => askedBy)).toEqual([1, 2, 3].map(() => asker.personId));
  expect((await school.said('course.review-decided')).map(({ decision }) => decision)).toEqual(['sent-back', 'approved', 'approved']);
  const audited = await school.sql<{ action: string }>(
    `select g->>'action' as action from platform.audit_entry e, jsonb_array_elements(e.groups) g where $1 = any(e.ids) or $2 = any(e.ids) order by e.at`,
    [course, last],
  );
  expect(audited.map(({ action }) => action)).toEqual(['review-required', 'asked', 'approved']);
});

it('lets only an administrator lift the rule, and the asker take a request back', async () => {
  const course = await made(author);
  const at = `/api/catalog/courses/${course}`;
  await author.patch(at, { reviewRequired: true }).expect(200);
  await author.patch(at, { reviewRequired: false }).expectProblem(403, 'catalog.review-rule-stays');
  const { body } = await author.post(`${at}/reviews`, {}).expect<{ id: string }>(201);
  await author.post(`${at}/reviews/${body.id}/withdrawal`).expect(204);
  expect((await draft(course)).authoring).toMatchObject({ review: 'none', reviewRequired: true });
  const stranger = school.as(anActor({ grants: [{ role: 'instructor', scope: { kind: 'course', id: course.replace(/^./, 'f') } }] }));
  await stranger.get(`${at}/reviews`).expectProblem(404, 'not-found');
  await school
    .as(anActor({ roles: ['administrator'] }))
    .patch(at, { reviewRequired: false })
    .expect(200);
  expect((await draft(course)).authoring!.reviewRequired).toBe(false);
});

it('tells any two states of a course apart, and makes a version the draft again', async () => {
  const { course, page, quiz, publication } = await aPublishedCourse(school, author, { title: { es: 'Trato' } });
  const at = `/api/catalog/courses/${course}`;
  const [c, d] = [await added(author, course, { title: { es: 'C' } }), await added(author, course, { title: { es: 'D' } })];
  const two = await published(author, course);
  const apart = async (from: string, to = 'draft'): Promise<CourseDifferencesView> =>
    (await author.get(`${at}/differences?from=${from}&to=${to}`).expect<CourseDifferencesView>(200)).body;
  expect(await apart(two.versionId)).toEqual({ code: null, hours: null, languages: null, completion: null, texts: [], units: [] });
  expect((await apart(publication.versionId, two.versionId)).units.map(({ id, change }) => [id, change])).toEqual([
    [c, 'added'],
    [d, 'added'],
  ]);
  await author.put(`${at}/unit-order`, { unitIds: [d, page, quiz, c] }).expect(200);
  await author.patch(`${at}/units/${page}`, { contents: { es: { body: '# Bienvenidos' } }, required: false }).expect(200);
  await author.delete(`${at}/units/${c}`).expect(204);
  await author.patch(at, { title: { es: 'Trato digno' }, hours: 4 }).expect(200);
  await author.put(`${at}/completion`, { rule: { units: [quiz] } }).expect(200);
  const now = await apart(two.versionId);
  expect(now).toMatchObject({
    hours: { before: 12.5, after: 4 },
    completion: { after: { units: [quiz] } },
    texts: [{ part: 'title', language: 'es', before: 'Trato', after: 'Trato digno' }],
  });
  expect(now.units).toMatchObject([
    { id: d, change: 'moved', places: { before: 4, after: 1 }, texts: [] },
    {
      id: page,
      change: 'changed',
      places: null,
      required: { before: true, after: false },
      texts: [{ part: 'body', before: '# Bienvenida' }],
    },
    { id: c, change: 'removed' },
  ]);
  const { body } = await author.post(`${at}/restorations`, { versionId: two.versionId }).expect<{ copyId: string }>(201);
  expect((await apart(two.versionId)).units).toEqual([]);
  expect((await apart(two.versionId)).texts).toEqual([]);
  await author.post(`${at}/restorations`, { copyId: body.copyId }).expect(201);
  expect(await apart(two.versionId)).toEqual(now);
  await author.post(`${at}/restorations`, { versionId: page }).expectProblem(404, 'not-found');
});

it('asks a person by name, whom only the list of fit ones offers, or everybody who may; each sees what waits for them', async () => {
  const home = await anInstitution(school);
  const scope = { kind: 'institution', id: home } as const;
  const grants = [{ role: 'instructor' as const, scope }];
  const [asked, other, outsider] = [anActor({ grants }), anActor({ grants }), anActor({ roles: ['auditor'] })];
  const head = anActor({ grants });
  await aPerson(school, asked, { given_name: 'Inés', family_name: 'Peña', institution_id: home });
  await aPerson(school, other, { given_name: 'Óscar', family_name: 'Arias' });
  await aPerson(school, outsider, { given_name: 'Uma', family_name: 'Ruiz' });
  await aPerson(school, head, { given_name: 'Zoe', family_name: 'Zea' });
  const course = await made(school.as(head), { institutionId: home });
  const at = `/api/catalog/courses/${course}`;
  const fit = async (q = ''): Promise<ReviewerView[]> =>
    (await school.as(head).get(`${at}/reviewers?${q}`).expect<Page<ReviewerView>>(200)).body.items;
  expect(await fit()).toEqual([
    { id: other.personId, name: 'Óscar Arias', institution: null },
    { id: asked.personId, name: 'Inés Peña', institution: 'Academia' },
  ]);
  expect(await fit('q=PENA%20ines')).toMatchObject([{ id: asked.personId }]);
  expect(await fit('q=ruiz')).toEqual([]);
  const first = (await school.as(head).get(`${at}/reviewers?limit=1`).expect<Page<ReviewerView>>(200)).body;
  expect(await fit(`limit=1&cursor=${first.next!}`)).toMatchObject([{ id: asked.personId }]);

  for (const unfit of [head.personId, outsider.personId])
    await school.as(head).post(`${at}/reviews`, { reviewerId: unfit }).expectProblem(400, 'catalog.reviewer-unfit');
  const wish = { reviewerId: asked.personId, note: 'Mire la unidad 2.' };
  const { id } = (await school.as(head).post(`${at}/reviews`, wish).expect<{ id: string }>(201)).body;
  const waiting = async (who: typeof asked): Promise<WaitingReviewView[]> =>
    (await school.as(who).get('/api/catalog/reviews').expect<Page<WaitingReviewView>>(200)).body.items.filter(
      (each) => each.course.id === course,
    );
  expect(await waiting(asked)).toMatchObject([{ id, note: 'Mire la unidad 2.', named: true, askedBy: { name: 'Zoe Zea' } }]);
  expect([await waiting(other), await waiting(head)]).toEqual([[], []]);
  const may = async (who: typeof asked): Promise<string[]> => (await reviews(course, school.as(who)))[0]!.may;
  expect(await may(asked)).toEqual(['review.comment', 'review.decide']);
  expect(await may(other)).toEqual(['review.comment', 'review.withdraw']);
  const decision = { decision: 'approved', draftRevision: 1 };
  await school.as(other).post(`${at}/reviews/${id}/decision`, decision).expectProblem(403, 'catalog.review-of-another');
  await school.as(other).post(`${at}/reviews/${id}/withdrawal`).expect(204);

  await school.as(head).post(`${at}/reviews`, {}).expect(201);
  expect(await waiting(other)).toMatchObject([{ named: false }]);
  expect(await waiting(asked)).toHaveLength(1);
  const told = (await school.said('course.review-requested')).filter((each) => each.courseId === course);
  expect(told.map(({ reviewerIds }) => [...reviewerIds].sort())).toEqual([[asked.personId], [asked.personId, other.personId].sort()]);
});
