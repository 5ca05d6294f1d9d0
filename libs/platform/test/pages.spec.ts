import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { openRuntime, type PageAsked, type PublicPages } from '@aula/platform';
import { testSettings } from '@aula/testing';
import { openPages } from '../src/http/pages.js';

const dist = mkdtempSync(path.join(tmpdir(), 'aula-pages-'));
const start =
  '<!doctype html><html lang="es"><head><meta name="description" content="Aula" /><title>Aula</title></head><body><div id="root"></div></body></html>';
writeFileSync(path.join(dist, 'index.html'), start);
mkdirSync(path.join(dist, 'assets'));
writeFileSync(path.join(dist, 'assets/app-1.js'), 'plain');
writeFileSync(path.join(dist, 'assets/app-1.js.gz'), 'packed');
const asked: PageAsked[] = [];
const known: PublicPages = {
  page: (page) => {
    asked.push(page);
    if (page.path === '/broken') return Promise.reject(new Error('no database'));
    const written = { locale: 'pt-BR', head: '<title>$& one</title>', body: '<h1>$1</h1>' };
    return Promise.resolve(page.path === '/' || page.path === '/told' ? written : undefined);
  },
  file: (name) => Promise.resolve(name === '/robots.txt' ? { contentType: 'text/plain', body: 'User-agent: *' } : undefined),
};
const runtime = openRuntime('test', { settings: testSettings('postgres://localhost/none', { webDist: dist }) });
const written = { known: [known], look: { brand: () => Promise.reject(new Error('no database')), logo: () => Promise.resolve(undefined) } };
const pages = (await openPages(runtime.settings, written, runtime))!;
afterAll(async () => {
  await pages.close();
  rmSync(dist, { recursive: true });
});
const get = (url: string) => pages.inject({ url, headers: { 'accept-language': 'fr' } });

it.each(['/', '/told'])('writes what a house knows of %s into the start page', async (url) => {
  const { body, headers } = await get(url);
  expect(body).toContain('<html lang="pt-BR">');
  expect(body).toContain('<title>$& one</title>');
  expect(body).toMatch(/<div id="root"><main [^>]*><h1>\$1<\/h1><\/main><\/div>/);
  expect(body).not.toContain('content="Aula"');
  expect(headers).toMatchObject({ vary: 'accept-language', 'cache-control': 'no-cache' });
});

it('asks in the language of the address, else in that of the reader', async () => {
  await get('/told?lang=pt');
  expect(asked.at(-1)).toEqual({ path: '/told', wished: 'pt', language: 'fr', academy: 'Aula' });
  await get('/told?lang=xx');
  expect(asked.at(-1)).toEqual({ path: '/told', wished: undefined, language: 'fr', academy: 'Aula' });
});

it('hands out the start page as it was built where no house knows more, or cannot say it now', async () => {
  expect((await get('/learning')).body).toBe(start);
  expect((await get('/broken')).body).toBe(start);
  expect((await get('/v/abc')).headers['x-robots-tag']).toBe('noindex');
});

it('has the files of robots that a house knows, and no others', async () => {
  expect((await get('/robots.txt')).body).toBe('User-agent: *');
  expect((await get('/assets/none.js')).statusCode).toBe(404);
});

it('hands out a file of the application for ever, in the compressed form where the reader takes it', async () => {
  const ask = (encoding: string) => pages.inject({ url: '/assets/app-1.js', headers: { 'accept-encoding': encoding } });
  const [packed, plain] = [await ask('gzip, br'), await ask('identity')];
  expect(packed.body).toBe('packed');
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: expect.stringMatching(/accept-encoding/i),
  });
  expect(plain.body).toBe('plain');
  expect(plain.headers['content-encoding']).toBeUndefined();
});

it.each(['/', '/told', '/learning', '/robots.txt'])('answers HEAD of %s as GET', async (url) => {
  const head = await pages.inject({ method: 'HEAD', url });
  const { headers, statusCode } = await pages.inject({ url });
  expect(head.statusCode).toBe(statusCode);
  expect(head.headers).toMatchObject({ ...headers, date: expect.any(String) as unknown });
});

it.each(['//', '/?', '/a?b?c', '//?lang=pt'])('hands out the start page at %s', async (url) => {
  expect((await get(url)).statusCode).toBe(200);
});

it.each([
  ['/%zz', 400],
  ['//nowhere.invalid', 403],
])('says what is wrong with %s as a problem, in the reader’s language', async (url, status) => {
  const { statusCode, headers, body } = await get(url);
  expect([statusCode, headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  expect(JSON.parse(body)).toMatchObject({ code: 'invalid-request', title: expect.stringContaining('corriger') });
  expect(headers['x-content-type-options']).toBe('nosniff');
});

it('tells browsers to stay with HTTPS where the academy is on it', async () => {
  expect((await get('/')).headers['strict-transport-security']).toBeUndefined();
  const secure = (await openPages({ ...runtime.settings, publicUrl: 'https://aula.example' }, written, runtime))!;
  for (const url of ['/', '/assets/app-1.js', '/%zz'])
    expect((await secure.inject({ url })).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  await secure.close();
});
