import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import type { BrandView } from '@aula/contracts';
import { openRuntime } from '@aula/platform';
import { testSettings } from '@aula/testing';
import { openPages } from '../src/http/pages.js';

const dist = mkdtempSync(path.join(tmpdir(), 'aula-installed-'));
cpSync('apps/web/public', dist, { recursive: true });
writeFileSync(path.join(dist, 'index.html'), '<html lang="es"><head><title>Aula</title></head><body><div id="root"></div></body></html>');

const palette = Array.from({ length: 10 }, (_, at) => (at === 8 ? '#7a1f2b' : '#ffffff'));
const plain: BrandView = {
  ...{ revision: 0, name: null, logo: null, palette: null, language: 'es', welcome: null },
  support: { email: null, phone: null, url: null },
};
const named: BrandView = { ...plain, revision: 7, name: { es: 'Academia Nacional', pt: 'Academia do Brasil' }, language: 'pt', palette };
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#00ff00"/></svg>';
let brand: BrandView | undefined = plain;
let logo: { type: string; bytes: Buffer } | undefined;
const look = {
  brand: () => (brand ? Promise.resolve(brand) : Promise.reject(new Error('no database'))),
  logo: () => Promise.resolve(logo),
};
const runtime = openRuntime('test', { settings: testSettings('postgres://localhost/none', { webDist: dist }) });
const pages = (await openPages(runtime.settings, { known: [], look }, runtime))!;
afterAll(async () => {
  await pages.close();
  rmSync(dist, { recursive: true });
});
const get = (url: string, headers: Record<string, string> = {}) => pages.inject({ url, headers });
const manifest = async () => (await get('/app.webmanifest')).json<{ [member: string]: unknown; icons: { src: string }[] }>();

it('is installed as it was built where nobody has set anything, or it cannot be asked', async () => {
  const built = await get('/app.webmanifest');
  expect(built.headers['content-type']).toContain('application/manifest+json');
  expect(built.json()).toMatchObject({ name: 'Aula', theme_color: '#0f4c57' });
  const icon = (await get('/icon-512.png')).rawPayload;
  brand = undefined;
  expect(await manifest()).toEqual(built.json());
  expect((await get('/icon-512.png')).rawPayload).toEqual(icon);
  brand = plain;
});

it('is installed under the academy’s name and colour, in its language', async () => {
  brand = named;
  expect(await manifest()).toMatchObject({
    ...{ name: 'Academia do Brasil', short_name: 'Academia do Brasil', lang: 'pt-BR', theme_color: '#7a1f2b' },
    name_localized: { es: 'Academia Nacional', 'pt-BR': 'Academia do Brasil' },
    description: 'Cursos, certificados e formação policial das Américas.',
    shortcuts: [{ name: 'Meus cursos', name_localized: { es: 'Mis cursos' } }, { name: 'Certificados' }],
  });
  for (const { src } of (await manifest()).icons) expect((await get(src)).statusCode).toBe(200);
  expect((await get('/icon.svg')).body).toContain('#7a1f2b');
});

it('shows its logo as icon, and tells by the address and the ETag when it is another', async () => {
  const before = await get('/icon-192.png');
  const unchanged = await get('/icon-192.png', { 'if-none-match': String(before.headers.etag) });
  expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
  brand = { ...named, revision: 8, logo: '/api/identity/branding/logo/1' };
  logo = { type: 'image/svg+xml', bytes: Buffer.from(drawing) };
  const after = await get('/icon-192.png', { 'if-none-match': String(before.headers.etag) });
  expect(after.statusCode).toBe(200);
  expect(after.headers['content-type']).toBe('image/png');
  expect([after.rawPayload.readUInt32BE(16), after.rawPayload.readUInt32BE(20)]).toEqual([192, 192]);
  expect((await manifest()).icons[0]!.src).toBe('/icon.svg?v=8');
  expect((await get('/icon.svg')).body).toContain(Buffer.from(drawing).toString('base64'));
});

it('keeps its own icon where a logo cannot be drawn', async () => {
  brand = { ...named, revision: 6 };
  const own = (await get('/icon-180.png')).rawPayload;
  brand = { ...named, revision: 9, logo: '/api/identity/branding/logo/2' };
  logo = { type: 'image/png', bytes: Buffer.from('no picture') };
  expect((await get('/icon.svg')).body).toContain('#7a1f2b');
  expect((await get('/icon-180.png')).rawPayload).toEqual(own);
});
