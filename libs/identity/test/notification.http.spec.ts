import { randomUUID } from 'node:crypto';
import { afterAll, expect, it } from '@jest/globals';
import type {
  Me,
  NotificationCount,
  NotificationSettingsView,
  NotificationView,
  NotificationsChanged,
  OwnData,
  Page,
  Unsubscribed,
} from '@aula/contracts';
import { MailStandIn, type Client } from '@aula/testing';
import { aSignedIn, anAcademy, everything, lettersTo, signIn } from './builders.js';

const server = new MailStandIn();
const smtpUrl = await server.listen();
afterAll(() => server.close());
const { school, admin } = await anAcademy({ settings: { smtpUrl } });
const [path, settings] = ['/api/identity/notifications', '/api/identity/me/notification-settings'];

const version = randomUUID();
await school.publishes('catalog.pub_course_version', [
  {
    ...{ id: version, course_id: randomUUID(), number: 1, code: 'VIC-1', title: { es: 'Atención a víctimas', en: 'Care for victims' } },
    ...{ summary: null, languages: ['es'], hours: 20, completion: {}, institution_id: null, published_at: '2026-01-01T00:00:00Z' },
  },
]);
await school.publishes('enrollment.pub_enrollment', []);
await school.publishes('assessment.pub_quiz', []);
await school.publishes('catalog.pub_unit', []);
const anEdition = async (closesAt: string): Promise<string> => {
  const id = randomUUID();
  await school.publishes('enrollment.pub_edition', [
    {
      ...{ id, course_version_id: version, title: 'Edición', mode: 'virtual', opens_at: '2020-01-01T00:00:00Z', closes_at: closesAt },
      ...{ time_zone: 'America/Bogota', institution_id: null },
    },
  ]);
  return id;
};
const enroll = async (personId: string, editionId: string, closesAt: string): Promise<string> => {
  const id = randomUUID();
  await school.publishes('enrollment.pub_enrollment', [
    {
      id,
      person_id: personId,
      edition_id: editionId,
      course_version_id: version,
      state: 'active',
      opens_at: '2020-01-01T00:00:00Z',
      closes_at: closesAt,
    },
  ]);
  await school.hears('enrollment.activated', [{ enrollmentId: id, personId, editionId }] as never);
  return id;
};
const far = '2099-06-30T23:59:00Z';
const edition = await anEdition(far);
const listOf = async (client: Client, query = ''): Promise<NotificationView[]> =>
  (await client.get(`${path}${query}`).expect<Page<NotificationView>>(200)).body.items;
const unread = async (client: Client): Promise<number> =>
  (await client.get('/api/identity/notification-count').expect<NotificationCount>(200)).body.unread;
/** Has the clock order what it orders, at this time. */
const at = async (instant: string, kind = 'identity.mail-notifications'): Promise<void> => {
  school.clock.set(instant);
  await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), $1)`, [kind]);
  await school.settle();
};
const lettersAbout = async (email: string, words: string): Promise<string[]> =>
  (await lettersTo(admin, email)).filter(({ subject, text }) => subject.includes(words) || text.includes(words)).map(({ text }) => text);

it('tells people of an enrollment in the language they read, and lets them mark, put away and take back', async () => {
  const { client, person } = await aSignedIn(school, admin, { language: 'en', country: 'CO' });
  const first = await enroll(person.id, edition, far);
  await enroll(person.id, edition, far);
  expect(await unread(client)).toBe(2);
  const items = await listOf(client);
  expect(items[1]).toMatchObject({
    ...{ kind: 'enrollment.activated', group: 'learning', title: 'You are enrolled in “Care for victims”', link: `/learning/${first}` },
    ...{ text: 'You can work on it until Jun 30, 2099, 06:59 PM GMT-5.', readAt: null },
  });
  const all = (await client.patch(path, { read: true }).expect<NotificationsChanged>(200)).body.ids;
  expect(all).toHaveLength(2);
  expect(await unread(client)).toBe(0);
  expect((await client.patch(path, { ids: all, read: true }).expect<NotificationsChanged>(200)).body.ids).toEqual([]);
  await client.patch(path, { ids: [all[0]], read: false }).expect(200);
  expect(await listOf(client, '?unread=true')).toHaveLength(1);
  await client.patch(path, { ids: all, dismissed: true }).expect(200);
  expect(await listOf(client)).toEqual([]);
  await client.patch(path, { ids: all, dismissed: false }).expect(200);
  expect(await listOf(client, '?group=learning&limit=1')).toHaveLength(1);
  const stranger = (await aSignedIn(school, admin)).client;
  expect((await stranger.patch(path, { ids: all, read: true }).expect<NotificationsChanged>(200)).body.ids).toEqual([]);
});

it('tells of roles at once, and of what concerns an account’s safety whatever was chosen', async () => {
  school.clock.set('2026-12-01T15:00:00Z');
  const { client, person } = await aSignedIn(school, admin, { country: 'CO', language: 'es' });
  const wish = { kinds: [{ kind: 'security.new-device', inApp: false, mail: 'none' }] };
  const chosen = (await client.patch(settings, wish).expect<NotificationSettingsView>(200)).body.kinds;
  expect(chosen.find(({ kind }) => kind === 'security.new-device')).toMatchObject({ always: true, inApp: true });
  await signIn(school, person.email, undefined, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
  await admin.post('/api/identity/grants', { personId: person.id, role: 'instructor', scope: everything }).expect(201);
  await school.settle();
  expect((await listOf(client)).map(({ title }) => title)).toEqual([
    'Tiene una función nueva: instrucción',
    'Entrada desde un dispositivo nuevo: Firefox, Linux',
  ]);
  expect(await lettersAbout(person.email, 'Tiene una función nueva')).toHaveLength(1);
});

it('gathers the day’s news into one letter of the morning, writes it once, and keeps quiet at night', async () => {
  school.clock.set('2026-12-01T15:00:00Z'); // ten o'clock in Bogota
  const { client, person } = await aSignedIn(school, admin, { country: 'CO', language: 'es' });
  await client.patch(settings, { kinds: [{ kind: 'attempt.graded', inApp: true, mail: 'at-once' }] }).expect(200);
  await enroll(person.id, edition, far);
  const enrollmentId = await enroll(person.id, edition, far);
  await at('2026-12-02T11:59:00Z');
  expect(await lettersAbout(person.email, 'inscrito')).toEqual([]);
  await at('2026-12-02T12:00:30Z');
  await at('2026-12-02T12:01:30Z');
  const [letter, ...others] = await lettersAbout(person.email, 'inscrito');
  expect(others).toEqual([]);
  expect(letter!.match(/Está inscrito en «Atención a víctimas»/g)).toHaveLength(2);
  expect(server.received.find((mail) => mail.includes('Aula: 2 novedades'))).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
  await at('2026-12-03T03:00:00Z'); // ten in the evening
  const quizId = randomUUID();
  await school.publishes('assessment.pub_quiz', [{ id: quizId, title: { es: 'Prueba' }, passing_score: 0.6, owner_id: randomUUID() }]);
  const grade = { attemptId: randomUUID(), enrollmentId, quizId, unitId: randomUUID(), score: 8.5, maxScore: 10, passed: true };
  await school.hears('attempt.graded', [grade] as never);
  await school.settle();
  expect((await listOf(client))[0]).toMatchObject({
    title: expect.stringMatching(/^Resultado de «Prueba»: 85/) as unknown,
    text: 'Aprobado.',
  });
  expect(await lettersAbout(person.email, 'Resultado')).toEqual([]);
  await at('2026-12-03T12:00:30Z');
  expect(await lettersAbout(person.email, 'Resultado')).toHaveLength(1);
});

it('ends letters of a kind by their own address, as mail programs post to it (RFC 8058), those that are owed among them', async () => {
  school.clock.set('2026-12-05T15:00:00Z');
  const { client, person } = await aSignedIn(school, admin, { country: 'CO', language: 'es' });
  await enroll(person.id, edition, far);
  await at('2026-12-06T12:00:30Z');
  const [letter] = await lettersAbout(person.email, 'inscrito');
  const token = /\/unsubscribe\/(\S+)/.exec(letter!)![1]!;
  await enroll(person.id, edition, far);
  const program = school.visitor({ 'content-type': 'application/x-www-form-urlencoded' });
  const ended = await program
    .post(`/api/identity/unsubscriptions/${token}`, 'List-Unsubscribe=One-Click' as never)
    .expect<Unsubscribed>(200);
  expect(ended.body.kinds).toEqual(['Inscripción en un curso']);
  await school
    .visitor()
    .post(`/api/identity/unsubscriptions/${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`)
    .expectProblem(404, 'not-found');
  await at('2026-12-07T12:00:30Z');
  expect(await lettersAbout(person.email, 'inscrito')).toHaveLength(1);
  expect(await listOf(client)).toHaveLength(2);
});

it('tells of a course that closes in a week and again in a day, those who are at work in it, once each', async () => {
  const closes = '2027-03-20T23:00:00Z';
  const near = await anEdition(closes);
  const { client, person } = await aSignedIn(school, admin, { language: 'es' });
  const other = await aSignedIn(school, admin);
  await enroll(person.id, near, closes);
  const left = await enroll(other.person.id, near, closes);
  await school.sql(`update testing.enrollment_pub_enrollment set state = 'withdrawn' where id = $1`, [left]);
  const told = async (who: Client): Promise<number> => (await listOf(who)).filter(({ kind }) => kind === 'deadline.near').length;
  await at('2027-03-10T12:00:00Z', 'identity.note-deadlines');
  expect(await told(client)).toBe(0);
  await at('2027-03-14T12:00:00Z', 'identity.note-deadlines');
  await at('2027-03-15T12:00:00Z', 'identity.note-deadlines');
  expect(await told(client)).toBe(1);
  await at('2027-03-20T12:00:00Z', 'identity.note-deadlines');
  await at('2027-03-20T13:00:00Z', 'identity.note-deadlines');
  expect(await told(client)).toBe(2);
  expect(await told(other.client)).toBe(0);
});

it('tells as many days before as the academy’s settings say', async () => {
  const soon = '2027-05-21T12:00:00Z';
  const near = await anEdition(soon);
  const { client, person } = await aSignedIn(school, admin);
  await enroll(person.id, near, soon);
  const told = async (): Promise<number> => (await listOf(client)).filter(({ kind }) => kind === 'deadline.near').length;
  const remind = (beforeCloseDays: number[] | null) =>
    admin.patch('/api/identity/settings', { reminders: beforeCloseDays && { beforeCloseDays, idleDays: 14 } }).expect(200);
  await remind([]);
  await at('2027-05-20T18:00:00Z', 'identity.note-deadlines');
  expect(await told()).toBe(0);
  await remind([10, 3]);
  await at('2027-05-10T12:00:00Z', 'identity.note-deadlines');
  expect(await told()).toBe(0);
  await at('2027-05-12T12:00:00Z', 'identity.note-deadlines');
  await at('2027-05-17T12:00:00Z', 'identity.note-deadlines');
  expect(await told()).toBe(1);
  await at('2027-05-19T12:00:00Z', 'identity.note-deadlines');
  expect(await told()).toBe(2);
  await remind(null);
});

it('takes the zone that the browser tells, and owes letters by it from then on', async () => {
  school.clock.set('2026-12-01T15:00:00Z');
  const { client, person } = await aSignedIn(school, admin, { country: 'CO', language: 'es' });
  expect((await client.get('/api/identity/me').expect<Me>(200)).body.timeZone).toBeNull();
  await enroll(person.id, edition, far);
  const before = (await client.get(settings).expect<NotificationSettingsView>(200)).body;
  expect(before).toMatchObject({
    timeZone: 'America/Bogota',
    digestAt: '07:00',
    quietFrom: '21:00',
    nextDaily: '2026-12-02T12:00:00.000Z',
  });
  expect((await client.patch('/api/identity/me', { timeZone: 'America/Sao_Paulo' }).expect<Me>(200)).body.timeZone).toBe(
    'America/Sao_Paulo',
  );
  await client.patch('/api/identity/me', { timeZone: 'Moon/Base' }).expectProblem(400, 'invalid-request');
  const after = (await client.patch(settings, { digestAt: '08:30', digestDay: 5 }).expect<NotificationSettingsView>(200)).body;
  expect(after).toMatchObject({ nextDaily: '2026-12-02T11:30:00.000Z', nextWeekly: '2026-12-04T11:30:00.000Z' });
  const [owed] = await school.sql<{ due: Date }>(`select mail_due_at as due from identity.notification where person_id = $1`, [person.id]);
  expect(owed!.due.toISOString()).toBe('2026-12-02T11:30:00.000Z');
});

it('reckons mornings and quiet hours across the days on which clocks change', async () => {
  const due = async (
    pace: string,
    instant: string,
    zone: string,
    more: { digest?: string; quiet?: [string, string] } = {},
  ): Promise<string> => {
    const { digest = '07:00', quiet = ['21:00', '07:00'] } = more;
    const wish = [pace, instant, zone, digest, ...quiet];
    return (await school.sql<{ due: Date }>(`select identity.mail_due($1, $2, $3, $4, 1, $5, $6) as due`, wish))[0]!.due.toISOString();
  };
  // New York: clocks go forward on 14 March 2027 at 2:00, back on 7 November 2027 at 2:00
  expect(await due('daily', '2027-03-13T13:00:00Z', 'America/New_York')).toBe('2027-03-14T11:00:00.000Z');
  expect(await due('daily', '2027-03-12T13:00:00Z', 'America/New_York')).toBe('2027-03-13T12:00:00.000Z');
  expect(await due('daily', '2027-11-06T13:00:00Z', 'America/New_York')).toBe('2027-11-07T12:00:00.000Z');
  expect(await due('daily', '2027-03-14T04:00:00Z', 'America/New_York', { digest: '02:30', quiet: ['00:00', '00:00'] })).toBe(
    '2027-03-14T07:30:00.000Z',
  );
  // the night in which an hour is missing, and the one that has it twice
  expect(await due('at-once', '2027-03-14T03:00:00Z', 'America/New_York')).toBe('2027-03-14T11:00:00.000Z');
  expect(await due('at-once', '2027-11-07T05:30:00Z', 'America/New_York')).toBe('2027-11-07T12:00:00.000Z');
  expect(await due('at-once', '2027-11-07T12:00:00Z', 'America/New_York')).toBe('2027-11-07T12:00:00.000Z');
  // quiet by day, the ends belonging to the day; a digest that falls into it waits
  expect(await due('at-once', '2027-05-03T19:00:00Z', 'America/Bogota', { quiet: ['12:00', '14:00'] })).toBe('2027-05-03T19:00:00.000Z');
  expect(await due('at-once', '2027-05-03T17:00:00Z', 'America/Bogota', { quiet: ['12:00', '14:00'] })).toBe('2027-05-03T19:00:00.000Z');
  expect(await due('daily', '2027-05-03T17:00:00Z', 'America/Bogota', { digest: '06:00' })).toBe('2027-05-04T12:00:00.000Z');
  // weekly on Monday, also when it is Monday already
  expect(await due('weekly', '2027-05-03T11:59:00Z', 'America/Bogota')).toBe('2027-05-03T12:00:00.000Z');
  expect(await due('weekly', '2027-05-03T12:00:00Z', 'America/Bogota')).toBe('2027-05-10T12:00:00.000Z');
});

it('forgets what was read a month ago, and keeps what was not', async () => {
  school.clock.set('2026-12-01T15:00:00Z');
  const { client, person } = await aSignedIn(school, admin);
  await client.patch(settings, { kinds: [{ kind: 'enrollment.activated', inApp: true, mail: 'none' }] }).expect(200);
  await enroll(person.id, edition, far);
  await client.patch(path, { read: true }).expect(200);
  await enroll(person.id, edition, far);
  await at('2027-01-02T15:00:00Z', 'identity.remove-notifications');
  expect(await listOf(client)).toMatchObject([{ readAt: null }]);
});

it('hands people what is held about them, and nothing by which one could sign in', async () => {
  const { client, person } = await aSignedIn(school, admin, { grants: [{ role: 'instructor', scope: everything }] });
  const { body, text } = await client.get('/api/identity/me/data').expect<OwnData>(200);
  expect(body).toMatchObject({
    person: { email: person.email },
    grants: [{ role: 'instructor' }],
    sessions: [{ browser: '' }],
    choices: [],
  });
  expect(body.notifications.map(({ kind }) => kind)).toEqual(['grant.given']);
  expect(text).not.toMatch(/hash|secret|argon/i);
});

it('tells reviewers of a draft that waits for them, and who asked of the decision; others have no such choice', async () => {
  school.clock.set('2026-12-01T15:00:00Z');
  const teacher = { language: 'es', country: 'CO', grants: [{ role: 'instructor' as const, scope: everything }] };
  const [asker, reviewer] = [await aSignedIn(school, admin, teacher), await aSignedIn(school, admin, teacher)];
  const about = { courseId: randomUUID(), reviewId: randomUUID(), askedBy: asker.person.id, title: { es: 'Trato digno' } };
  await school.hears('course.review-requested', [{ ...about, reviewerIds: [reviewer.person.id] }] as never);
  const link = `/teach/courses/${about.courseId}/review`;
  expect((await listOf(reviewer.client, '?group=teaching'))[0]).toMatchObject({ title: 'Le piden revisar «Trato digno»', link });
  expect(await listOf(asker.client, '?group=teaching')).toEqual([]);
  await school.hears('course.review-decided', [{ ...about, decidedBy: reviewer.person.id, decision: 'sent-back' }] as never);
  await school.settle();
  expect(await listOf(asker.client, '?group=teaching')).toMatchObject([{ title: 'Revisión de «Trato digno»: devuelto con cambios', link }]);
  expect(await lettersAbout(asker.person.email, 'devuelto con cambios')).toHaveLength(1);
  const kindsOf = async (client: Client): Promise<string[]> =>
    (await client.get(settings).expect<NotificationSettingsView>(200)).body.kinds.map(({ kind }) => kind);
  expect(await kindsOf(asker.client)).toContain('review.decided');
  expect(await kindsOf((await aSignedIn(school, admin)).client)).not.toContain('review.decided');
});
