import { expect, it } from '@jest/globals';
import type { AcademySettingsView, AuditEntryView, BrandView, ColorTrial, Me, Page } from '@aula/contracts';
import { IdentityModule } from '@aula/identity';
import { openHouse } from '@aula/platform';
import lightMyRequest from 'light-my-request';
import { aPerson, aSignedIn, anAcademy, cookieOf, everything, lettersTo, password } from './builders.js';

const { school, admin } = await anAcademy();
const settings = '/api/identity/settings';
const change = (body: Record<string, unknown>) => admin.patch(settings, body);
const brand = async (): Promise<BrandView> => (await school.visitor().get('/api/identity/branding').expect<BrandView>(200)).body;
const pixel = (side: number): Buffer =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from([0, 0, side >> 8, side & 255, 0, 0, side >> 8, side & 255, 8, 6, 0, 0, 0]),
    Buffer.from('000000000000000049454e44ae426082', 'hex'),
  ]);
const logo = (content: string | Buffer) => admin.upload(`${settings}/logo`, { file: { name: 'logo', content } });

it('changes what it is told, for everybody, and takes it back', async () => {
  const before = await brand();
  const { body } = await change({
    name: { es: 'Academia del Istmo', en: 'Isthmus Academy' },
    welcome: { es: 'Hola' },
  }).expect<AcademySettingsView>(200);
  expect(body.settings.name).toEqual({ es: 'Academia del Istmo', en: 'Isthmus Academy' });
  expect(body.changed.map((each) => [each.name, each.by?.name])).toEqual([
    ['name', 'Administrator Aula'],
    ['welcome', 'Administrator Aula'],
  ]);
  const after = await brand();
  expect(after.name).toEqual(body.settings.name);
  expect(after.revision).toBeGreaterThan(before.revision);
  expect((await change({ name: null }).expect<AcademySettingsView>(200)).body.settings.name).toBeNull();
  expect((await brand()).welcome).toEqual({ es: 'Hola' });
  const entries = (await admin.get('/api/identity/audit-entries?kind=setting-change').expect<Page<AuditEntryView>>(200)).body.items;
  expect(entries[0]!.groups[0]).toMatchObject({
    action: 'reset',
    subjects: [{ facts: [{ name: 'name', old: body.settings.name, new: null }] }],
  });
  await change({ name: {} }).expectProblem(400, 'invalid-request');
  await change({ sessions: { staffHours: 100, learnerDays: 1 } }).expectProblem(400, 'invalid-request');
});

it('refuses a colour that cannot be read on white, and derives shades from one that can', async () => {
  const problem = await change({ color: '#ffd24a' }).expectProblem(400, 'setting.color-too-light');
  expect(problem.errors?.[0]?.path).toBe('color');
  const trial = (await admin.get(`${settings}/color-trial?color=%23ffd24a`).expect<ColorTrial>(200)).body;
  expect(trial).toMatchObject({ accepted: false });
  expect(
    (await admin.get(`${settings}/color-trial?color=${encodeURIComponent(trial.nearest)}`).expect<ColorTrial>(200)).body.accepted,
  ).toBe(true);
  await change({ color: '#7a1f5c' }).expect(200);
  const { palette } = await brand();
  expect(palette![8]).toBe('#7a1f5c');
  expect(new Set(palette).size).toBe(10);
  await change({ color: null }).expect(200);
});

it('takes a logo that shows, and nothing that acts', async () => {
  await logo(pixel(64)).expect(200);
  const first = (await brand()).logo!;
  expect((await school.visitor().get(first).expect(200)).headers['content-type']).toBe('image/png');
  const drawing = `<?xml version="1.0"?><svg viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script><style>*{fill:url(https://evil.example/x)}</style>
    <defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><foreignObject><b>x</b></foreignObject>
    <image href="https://evil.example/i.png"/><a href="javascript:alert(3)"><path d="M0 0h9v9z" fill="url(#g)" style="x"/></a><use href="https://evil.example/u.svg#a"/></svg>`;
  await logo(drawing).expect(200);
  const second = await school
    .visitor()
    .get((await brand()).logo!)
    .expect(200);
  expect(second.text).toContain('fill="url(#g)"');
  expect(second.text).not.toMatch(/script|evil|alert|foreign|style|href/i);
  expect(second.headers['content-security-policy']).toContain('sandbox');
  for (const bad of ['GIF89a', '<html></html>', '<svg', pixel(8), pixel(3_000), Buffer.from('89504e470d0a1a0a', 'hex')])
    await logo(bad).expectProblem(400, 'setting.logo-refused');
  await logo(Buffer.alloc(300_000)).expectProblem(413, 'body-too-large');
  await change({ logo: null }).expect(200);
  expect((await brand()).logo).toBeNull();
});

it('holds in another process within a second: factors, sessions and the name in letters', async () => {
  const wake = { ordered: () => undefined, recorded: () => undefined };
  const other = await openHouse(IdentityModule, school.runtime, wake);
  const { person } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  const signIn = () =>
    lightMyRequest(other.handle, { method: 'POST', url: '/api/identity/sessions', payload: { email: person.email, password } });
  expect((await signIn()).json<Me>().secondFactor).toBe('none');
  await change({ secondFactor: 'staff', sessions: { staffHours: 2, learnerDays: 3 }, name: { es: 'Academia del Istmo' } }).expect(200);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const answer = await signIn();
  expect(answer.json<Me>().secondFactor).toBe('missing');
  expect(cookieOf(answer.headers).flags).toContain(`Max-Age=${2 * 3_600}`);
  const cookie = cookieOf(answer.headers);
  const refused = await lightMyRequest(other.handle, {
    url: '/api/identity/audit-entries',
    headers: { cookie: `${cookie.name}=${cookie.value}` },
  });
  expect(refused.json()).toMatchObject({ code: 'identity.second-factor-required' });
  await other.app.close();
  await school.sql(`update platform.setting set value = null where name = 'secondFactor'`); // the administrator of these tests has none
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await change({ support: { email: 'ayuda@istmo.example', phone: null, url: null } }).expect(200);
  const { email, id } = await aPerson(admin);
  await admin.post(`/api/identity/people/${id}/invitation`).expect(202);
  const [letter] = await lettersTo(admin, email);
  expect(letter!.subject).toBe('Academia del Istmo: su cuenta está lista');
  expect(letter!.text).toContain('ayuda@istmo.example');
  await admin.post('/api/identity/grants', { personId: id, role: 'instructor', scope: everything }).expect(201);
  await school.settle();
  expect((await lettersTo(admin, email)).map(({ subject }) => subject)).toContain(
    'Academia del Istmo: Tiene una función nueva: instrucción',
  );
});

it('is for administrators alone to read and to change', async () => {
  const { client } = await aSignedIn(school, admin, { grants: [{ role: 'auditor', scope: everything }] });
  await client.get(settings).expectProblem(403, 'forbidden');
  await client.patch(settings, { name: null }).expectProblem(403, 'forbidden');
});
