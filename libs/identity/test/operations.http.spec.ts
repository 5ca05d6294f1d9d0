import { afterAll, expect, it } from '@jest/globals';
import type { DeadDeliveryView, DeliveryRetries, JobSummary, JobView, MailView, NotificationView, Page, Retried } from '@aula/contracts';
import { MailStandIn } from '@aula/testing';
import type { z } from 'zod';
import { aPerson, aSignedIn, anAcademy, codeIn, everything, lettersTo } from './builders.js';

const server = new MailStandIn();
server.refusing = true;
const smtpUrl = await server.listen();
afterAll(() => server.close());

const { school, admin } = await anAcademy({ settings: { smtpUrl } });
const jobs = async (query: string): Promise<JobView[]> =>
  (await admin.get(`/api/identity/jobs?${query}`).expect<Page<JobView>>(200)).body.items;

it('tries a letter again until it gives up, shows it dead, and sends it when an administrator says so', async () => {
  const { email } = await aPerson(admin);
  await school.visitor().post('/api/identity/password-resets', { email }).expect(202);
  expect((await lettersTo(admin, email))[0]!.state).toBe('queued');
  await school.settle();
  const [letter] = await lettersTo(admin, email);
  expect(letter).toMatchObject({ state: 'dead', may: ['operations.retry'], lastError: expect.stringContaining('421') as unknown });
  expect(letter!.lastError).not.toContain(email);
  const [dead] = await jobs('state=dead&kind=identity.send-mail');
  expect(dead).toMatchObject({ subject: letter!.id, attempts: 8, state: 'dead' });
  expect(dead!.lastError).toContain('421');
  const { body } = await admin.get('/api/identity/job-summary').expect<z.infer<typeof JobSummary>>(200);
  expect(body.items.find((each) => each.kind === 'identity.send-mail')).toMatchObject({ dead: 1, pending: 0 });
  server.refusing = false;
  await admin.post(`/api/identity/jobs/${dead!.id}/retry`).expect(202);
  await admin.post(`/api/identity/jobs/${dead!.id}/retry`).expectProblem(409, 'job.not-dead');
  await school.settle();
  const [sent] = await lettersTo(admin, email);
  expect(sent).toMatchObject({ state: 'sent', sentAt: expect.any(String) as unknown });
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toContain(`Message-ID: <${letter!.id}@aula>`);
  expect(codeIn(letter)).toHaveLength(43);
  expect(codeIn(sent)).toBe(''); // what was sent is for its receiver alone
  await admin.post('/api/identity/jobs/00000000-0000-7000-8000-000000000000/retry').expectProblem(404, 'not-found');
});

it('shows deliveries that were given up and has them tried again', async () => {
  const event = '01900000-0000-7000-8000-000000000001';
  await school.sql(`insert into platform.event (id, house, name, items) values ($1, 'enrollment', 'completion.recorded', '[{}, {}]')`, [
    event,
  ]);
  await school.sql(
    `insert into platform.delivery (event_id, consumer, state, attempts, last_error) values ($1, 'accreditation', 'dead', 10, 'Error: no key')`,
    [event],
  );
  const { body } = await admin.get('/api/identity/dead-deliveries').expect<Page<DeadDeliveryView>>(200);
  expect(body.items).toEqual([
    expect.objectContaining({
      eventId: event,
      consumer: 'accreditation',
      event: 'completion.recorded',
      items: 2,
      attempts: 10,
      lastError: 'Error: no key',
    }),
  ]);
  await admin.post(`/api/identity/dead-deliveries/${event}/accreditation/retry`).expect(202);
  await admin.post(`/api/identity/dead-deliveries/${event}/accreditation/retry`).expectProblem(404, 'not-found');
  await admin.post(`/api/identity/dead-deliveries/${event}/nobody/retry`).expectProblem(400, 'invalid-request');
  const [after] = await school.sql(`select state, attempts from platform.delivery where event_id = $1`, [event]);
  expect(after).toEqual({ state: 'pending', attempts: 0 });
});

it('sends a letter again that gave up, and one whose order was cancelled, but none that went', async () => {
  const again = (id: string) => admin.post(`/api/identity/mails/${id}/retry`);
  server.refusing = true;
  const [lost, cancelled] = [await aPerson(admin), await aPerson(admin)];
  for (const { email } of [lost, cancelled]) await school.visitor().post('/api/identity/password-resets', { email }).expect(202);
  const [given] = await lettersTo(admin, cancelled.email);
  await again(given!.id).expectProblem(409, 'mail.not-dead'); // on its way
  const [order] = await jobs(`subject=${given!.id}`);
  await admin.post(`/api/identity/jobs/${order!.id}/cancellation`).expect(204);
  await school.settle();
  server.refusing = false;
  for (const { email } of [lost, cancelled]) {
    const [letter] = await lettersTo(admin, email);
    expect(letter).toMatchObject({ state: 'dead', may: ['operations.retry'] });
    await again(letter!.id).expect(202);
    await school.settle();
    expect((await lettersTo(admin, email))[0]).toMatchObject({ state: 'sent', may: [], lastError: null });
    await again(letter!.id).expectProblem(409, 'mail.not-dead');
  }
  await again('00000000-0000-7000-8000-000000000000').expectProblem(404, 'not-found');
});

it('tries again no more deliveries than the list with its filter shows', async () => {
  const event = async (id: number, name: string, ...consumers: string[]) => {
    const eventId = `01900000-0000-7000-8000-0000000001${id}`;
    await school.sql(`insert into platform.event (id, house, name, items) values ($1, 'enrollment', $2, '[{}]')`, [eventId, name]);
    for (const each of consumers)
      await school.sql(`insert into platform.delivery (event_id, consumer, state) values ($1, $2, 'dead')`, [eventId, each]);
  };
  await event(10, 'completion.recorded', 'accreditation', 'insights');
  await event(11, 'completion.voided', 'accreditation');
  const retry = async (filter: DeliveryRetries) =>
    (await admin.post('/api/identity/delivery-retries', filter).expect<Retried>(200)).body.retried;
  expect(await retry({ event: 'completion.recorded', consumer: 'accreditation' })).toBe(1);
  expect(await retry({ consumer: 'accreditation' })).toBe(1);
  expect(await retry({})).toBe(1);
});

it('pages through orders and letters, newest first', async () => {
  for (let i = 0; i < 3; i++) {
    const { id } = await aPerson(admin);
    await admin.post(`/api/identity/people/${id}/invitation`).expect(202);
  }
  await school.settle();
  const first = (await admin.get('/api/identity/mails?limit=2').expect<Page<MailView>>(200)).body;
  const second = (await admin.get(`/api/identity/mails?limit=200&cursor=${first.next}`).expect<Page<MailView>>(200)).body;
  const ids = [...first.items, ...second.items].map((each) => each.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort().reverse());
  const all = await jobs('limit=200');
  expect(all.map((each) => each.id)).toEqual(
    all
      .map((each) => each.id)
      .sort()
      .reverse(),
  );
});

it('is for administrators over everything', async () => {
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  for (const path of ['jobs', 'job-summary', 'dead-deliveries', 'mails'])
    await client.get(`/api/identity/${path}`).expectProblem(403, 'forbidden');
});

it('removes what has expired', async () => {
  const { person } = await aSignedIn(school, admin);
  await school.sql(`update identity.session set expires_at = clock_timestamp() - interval '1 minute' where person_id = $1`, [person.id]);
  await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'identity.remove-expired')`);
  await school.settle();
  expect(await school.sql(`select 1 from identity.session where person_id = $1`, [person.id])).toEqual([]);
  expect((await jobs('kind=identity.remove-expired'))[0]).toMatchObject({ state: 'done', lastError: null });
});

it('tells administrators of orders that gave up, once for each kind and day', async () => {
  const signedIn = (role: 'administrator' | 'auditor') =>
    aSignedIn(school, admin, { language: 'en', grants: [{ role, scope: everything }] });
  const [{ client }, auditor] = [await signedIn('administrator'), await signedIn('auditor')];
  const gaveUp = (kind: string, ago: string): Promise<unknown> =>
    school.sql(`insert into platform.job (id, kind, state, run_after) values (gen_random_uuid(), $1, 'dead', now() - $2::interval)`, [
      kind,
      ago,
    ]);
  const told = async (by = client): Promise<string[]> => {
    await school.sql(`insert into platform.job (id, kind) values (gen_random_uuid(), 'identity.note-dead-orders')`);
    await school.settle();
    const { items } = (await by.get('/api/identity/notifications?group=account').expect<Page<NotificationView>>(200)).body;
    return items.filter(({ kind, link }) => kind === 'order.dead' && link === '/administration/jobs').map(({ text }) => text);
  };
  const about = (kind: string) => expect.stringContaining(`(${kind})`) as unknown;
  const before = await told();
  for (const ago of ['0 s', '1 s']) await gaveUp('identity.import-people', ago);
  await gaveUp('identity.reverse-import', '3 days'); // long ago: whoever administers has seen it
  expect(await told()).toEqual([about('identity.import-people'), ...before]);
  await gaveUp('identity.import-people', '0 s');
  await gaveUp('identity.end-grants', '0 s');
  expect(await told()).toEqual([about('identity.end-grants'), about('identity.import-people'), ...before]);
  expect(await told(auditor.client)).toEqual([]);
});
