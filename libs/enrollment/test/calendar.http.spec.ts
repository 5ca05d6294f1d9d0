import { expect, it } from '@jest/globals';
import type { CalendarEntryView, CalendarFeedView, EnrollmentView, Page, SessionView } from '@aula/contracts';
import { EnrollmentModule } from '@aula/enrollment';
import { LiveSettings } from '@aula/platform';
import { anActor, house } from '@aula/testing';
import ICAL from 'ical.js';
import { aLearner, aVersion, neighbours, opened } from './builders.js';

const school = await house(EnrollmentModule);
await neighbours(school);
const administrator = school.as(anActor({ roles: ['administrator'] }));
const version = await aVersion(school);
const closesAt = '2090-03-01T23:59:00-03:00';
const edition = await opened(administrator, version.id, { opensAt: '2090-01-01T08:00:00-03:00', closesAt });
const feedPath = '/api/enrollment/calendar-feed';

/** What an independent reader of iCalendar makes of it. */
const parsed = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    name: calendar.getFirstPropertyValue('x-wr-calname'),
    events: calendar.getAllSubcomponents('vevent').map((each) => {
      const event = new ICAL.Event(each);
      const alarm = each.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger');
      return {
        uid: event.uid,
        at: event.startDate.toJSDate().toISOString(),
        summary: event.summary,
        status: each.getFirstPropertyValue('status'),
        sequence: event.sequence,
        alarm: alarm === undefined || alarm === null ? null : String(alarm),
      };
    }),
  };
};
const subscribe = async (url: string) => {
  const answer = await school.visitor().get(new URL(url).pathname).expect(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  return parsed(answer.text);
};

it('shows a learner’s dates, and gives each as a file', async () => {
  const { client, enrollment } = await aLearner(school, administrator, edition);
  const { items } = (await client.get('/api/enrollment/calendar').expect<Page<CalendarEntryView>>(200)).body;
  expect(items.map(({ kind, at, timeZone }) => [kind, at, timeZone])).toEqual([
    ['opens', '2090-01-01T11:00:00.000Z', 'America/Santiago'],
    ['closes', '2090-03-02T02:59:00.000Z', 'America/Santiago'],
  ]);
  const march = await client
    .get('/api/enrollment/calendar?from=2090-03-01T00:00:00Z&until=2090-04-01T00:00:00Z')
    .expect<Page<CalendarEntryView>>(200);
  expect(march.body.items.map(({ uid }) => uid)).toEqual([`closes-${enrollment}`]);
  const file = await client.get(`/api/enrollment/calendar/closes-${enrollment}.ics`).expect(200);
  expect(parsed(file.text).events).toMatchObject([{ summary: 'Cierra: Atención a víctimas', alarm: '-P1D' }]);
  const stranger = await aLearner(school, administrator, edition);
  await stranger.client.get(`/api/enrollment/calendar/closes-${enrollment}.ics`).expectProblem(404, 'not-found');
});

it('is read by calendar programs under a secret address, in the person’s language, until it is renewed or ended', async () => {
  const { client, enrollment } = await aLearner(school, administrator, edition, { language: 'fr' });
  expect((await client.get(feedPath).expect<CalendarFeedView>(200)).body).toEqual({ url: null, createdAt: null, readAt: null });
  const { url } = (await client.post(feedPath).expect<CalendarFeedView>(201)).body;
  expect(url).toMatch(/\/api\/enrollment\/calendars\/[\w-]{43}\.ics$/);
  expect(await subscribe(url!)).toEqual({
    name: 'Aula : mes cours',
    events: [
      {
        uid: `opens-${enrollment}@aula`,
        at: '2090-01-01T11:00:00.000Z',
        summary: 'Ouvre : Atención a víctimas',
        status: 'CONFIRMED',
        sequence: 0,
        alarm: null,
      },
      {
        uid: `closes-${enrollment}@aula`,
        at: '2090-03-02T02:59:00.000Z',
        summary: 'Ferme : Atención a víctimas',
        status: 'CONFIRMED',
        sequence: 0,
        alarm: '-P1D',
      },
    ],
  });
  const shown = (await client.get(feedPath).expect<CalendarFeedView>(200)).body;
  expect(shown).toMatchObject({ url, readAt: expect.any(String) as unknown });
  const renewed = (await client.post(feedPath).expect<CalendarFeedView>(201)).body.url!;
  await school.visitor().get(new URL(url!).pathname).expectProblem(404, 'not-found');
  expect((await subscribe(renewed)).events).toHaveLength(2);
  await client.delete(feedPath).expect(204);
  await school.visitor().get(new URL(renewed).pathname).expectProblem(404, 'not-found');
});

it('cancels the dates of a course that was left, under the same ids', async () => {
  const { client, enrollment } = await aLearner(school, administrator, edition);
  const { url } = (await client.post(feedPath).expect<CalendarFeedView>(201)).body;
  const before = await subscribe(url!);
  await client.post(`/api/enrollment/enrollments/${enrollment}/withdrawal`, { reason: 'Traslado' }).expect<EnrollmentView>(200);
  const after = await subscribe(url!);
  expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
  expect(after.events).toMatchObject([
    { status: 'CANCELLED', sequence: 1 },
    { status: 'CANCELLED', sequence: 1, alarm: null },
  ]);
});

it('gives nothing to a person who is not active', async () => {
  const { client, person } = await aLearner(school, administrator, edition);
  const { url } = (await client.post(feedPath).expect<CalendarFeedView>(201)).body;
  await school.sql(`update testing.identity_pub_person set active = false where id = $1`, [person]);
  await school.visitor().get(new URL(url!).pathname).expectProblem(404, 'not-found');
});

it('has the sessions of a course once their time is known, and moves them', async () => {
  const withSession = await aVersion(school, [{ kind: 'session' }, { kind: 'page' }]);
  const [unit, page] = withSession.units as [string, string];
  const there = await opened(administrator, withSession.id, { closesAt });
  const { client, enrollment } = await aLearner(school, administrator, there);
  const path = `/api/enrollment/editions/${there}/units`;
  const time = { startsAt: '2089-05-03T09:00:00-03:00', endsAt: '2089-05-03T12:00:00-03:00', place: 'Aula Magna' };
  await administrator.put(`${path}/${unit}/time`, time).expect(204);
  await administrator.put(`${path}/${unit}/time`, { ...time, endsAt: time.startsAt }).expectProblem(400, 'invalid-request');
  await administrator.put(`${path}/${page}/time`, time).expectProblem(409, 'enrollment.unit-is-no-session');
  const uid = `session-${unit}-${enrollment}`;
  const { items } = (await client.get('/api/enrollment/calendar').expect<Page<CalendarEntryView>>(200)).body;
  expect(items.find((each) => each.uid === uid)).toMatchObject({
    kind: 'session',
    endsAt: '2089-05-03T15:00:00.000Z',
    place: 'Aula Magna',
  });
  const mine = (await client.get(`/api/enrollment/enrollments/${enrollment}`).expect<EnrollmentView>(200)).body;
  expect(mine.units.map((each) => each.time)).toEqual([
    { startsAt: '2089-05-03T12:00:00.000Z', endsAt: '2089-05-03T15:00:00.000Z', place: 'Aula Magna' },
    undefined,
  ]);
  await administrator.put(`${path}/${unit}/time`, { ...time, endsAt: '2089-05-03T13:00:00-03:00' }).expect(204);
  const file = await client.get(`/api/enrollment/calendar/${uid}.ics`).expect(200);
  expect(parsed(file.text).events).toMatchObject([
    { uid: `${uid}@aula`, summary: 'Unidad 1 (Atención a víctimas)', sequence: 1, alarm: '-P1D' },
  ]);
  const sessions = await administrator.get(`/api/enrollment/editions/${there}/sessions`).expect<Page<SessionView>>(200);
  expect(sessions.body.items[0]!.time).toMatchObject({ place: 'Aula Magna' });
  await administrator.delete(`${path}/${unit}/time`).expect(204);
  await client.get(`/api/enrollment/calendar/${uid}.ics`).expectProblem(404, 'not-found');
});

it('carries the academy’s own name', async () => {
  const name = JSON.stringify({ es: 'Academia del Istmo' });
  await school.sql(`insert into platform.setting (name, value, changed_by) values ('name', $1, gen_random_uuid())`, [name]);
  school.app.get(LiveSettings).forget();
  const { client } = await aLearner(school, administrator, edition);
  const { url } = (await client.post(feedPath).expect<CalendarFeedView>(201)).body;
  expect((await subscribe(url!)).name).toBe('Academia del Istmo: mis cursos');
});
