import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aPackageZip, settled } from './a-package.js';
import { APlayer, aLearner, aPackage, opened, records } from './a-launch.js';

const playerDist = mkdtempSync(path.join(tmpdir(), 'aula-player-'));
mkdirSync(path.join(playerDist, 'assets'));
writeFileSync(path.join(playerDist, 'player.html'), '<title>player</title>');
writeFileSync(path.join(playerDist, 'assets', 'player-1.js'), 'run()');
writeFileSync(path.join(playerDist, 'assets', 'player-2.js'), 'run();'.repeat(1_000));
writeFileSync(path.join(playerDist, 'sw.js'), 'keep()');
const school = await house(ContentModule, { settings: { playerDist } });

const long = 'palabra '.repeat(2_000);
const large = Buffer.alloc(700_000, 'v');
const files = {
  'a b/ñandú.html': { body: long, type: 'text/html; charset=utf-8' },
  'Media/Video.mp4': { body: large, type: 'video/mp4' },
  'tool.exe': { body: 'MZ', type: 'application/octet-stream', attachment: true },
  'empty.js': { body: '', type: 'text/javascript' },
  'folder/index.html': { body: 'start', type: 'text/html' },
};
const player = await APlayer.open(school, await aLearner(school, { files }));

describe('a file of a package', () => {
  it('comes with its own type, a tag, and for ever, to its reader alone', async () => {
    const answer = await player.file('a%20b/%C3%B1and%C3%BA.html?x=1');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(long);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      'accept-ranges': 'bytes',
      'content-length': String(long.length),
    });
    const again = await player.file('a%20b/%C3%B1and%C3%BA.html', { 'if-none-match': String(answer.headers['etag']) });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('bears the headers of the content origin, refusals too', async () => {
    const wanted = {
      'content-security-policy':
        "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; connect-src 'self'; form-action 'self'; frame-ancestors 'self' http://academy.test; object-src 'none'; base-uri 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), unload=(self)',
      'origin-agent-cluster': '?1',
    };
    const answers = [
      await player.file('one.html'),
      await player.file('missing.html'),
      await player.file('one.html', { cookie: '' }),
      await player.get('/_p/'),
      await player.get('/no-such-route'),
      await player.get('/sw.js'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 404, 401, 200, 404, 200]);
    for (const answer of answers) expect(answer.headers).toMatchObject(wanted);
  });

  it('is found without regard to capitals, and by its folder', async () => {
    expect((await player.file('media/VIDEO.mp4')).status).toBe(200);
    expect((await player.file('folder/')).text).toBe('start');
    expect((await player.file('empty.js')).bytes).toHaveLength(0);
  });

  it('is not found by any way around', async () => {
    for (const way of [
      '..%2fone.html',
      '../one.html',
      '%2e%2e/one.html',
      'folder/..%2f..%2fone.html',
      'one.html%00.js',
      '%E0%A4%A',
      '',
      '%2e',
    ])
      expect([way, [400, 404].includes((await player.file(way)).status)]).toEqual([way, true]);
  });

  it('is saved, never shown, where its type says so', async () => {
    expect((await player.file('tool.exe')).headers['content-disposition']).toBe('attachment');
  });

  it('comes compressed when the reader takes it, under a tag of its own', async () => {
    const author = school.as(anActor({ roles: ['instructor'] }));
    const noise = randomBytes(800_000).toString('base64');
    const { id: packageId } = await settled(school, author, await aPackageZip({ more: { 'long.html': long, 'noise.js': noise } }));
    const reader = await APlayer.open(school, await aLearner(school, { packageId }));
    const plain = await reader.file('long.html');
    const packed = await reader.file('long.html', { 'accept-encoding': 'gzip, deflate' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(gunzipSync(packed.bytes).toString()).toBe(long);
    expect(packed.bytes.length).toBeLessThan(1_000);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    const both = await reader.file('long.html', { 'accept-encoding': 'gzip, br' });
    expect(both.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(both.bytes).toString()).toBe(long);
    expect((await reader.file('long.html', { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBe('gzip');
    const streamed = await reader.file('noise.js', { 'accept-encoding': 'br' });
    expect(streamed.headers).toMatchObject({ 'content-encoding': 'br', 'content-length': String(streamed.bytes.length) });
    expect(brotliDecompressSync(streamed.bytes).toString()).toBe(noise);
    const part = await reader.file('long.html', { 'accept-encoding': 'br', range: 'bytes=0-6' });
    expect([part.status, part.text, part.headers['content-encoding']]).toEqual([206, 'palabra', undefined]);
  });

  it.each(['Media/Video.mp4', 'a%20b/%C3%B1and%C3%BA.html'])('comes in parts: %s', async (name) => {
    const whole = name.startsWith('Media') ? large : Buffer.from(long);
    const part = async (range: string, more: Record<string, string> = {}) => player.file(name, { range, ...more });
    const middle = await part('bytes=100-299');
    expect([middle.status, middle.headers['content-range']]).toEqual([206, `bytes 100-299/${whole.length}`]);
    expect(middle.bytes.equals(whole.subarray(100, 300))).toBe(true);
    expect((await part('bytes=-5')).bytes.equals(whole.subarray(-5))).toBe(true);
    expect((await part(`bytes=${whole.length - 3}-`)).headers['content-range']).toBe(
      `bytes ${whole.length - 3}-${whole.length - 1}/${whole.length}`,
    );
    const beyond = await part(`bytes=${whole.length}-`);
    expect([beyond.status, beyond.headers['content-range']]).toEqual([416, `bytes */${whole.length}`]);
    for (const odd of ['bytes=5-1', 'bytes=a-b', 'bytes=-', 'pages=1-2', 'bytes=1-2,5-6'])
      expect([odd, (await part(odd)).status]).toEqual([odd, 200]);
    const tag = String(middle.headers['etag']);
    expect((await part('bytes=0-1', { 'if-range': tag })).status).toBe(206);
    expect((await part('bytes=0-1', { 'if-range': '"other"' })).status).toBe(200);
  });

  it('never becomes a service worker', async () => {
    expect((await player.file('empty.js', { 'service-worker': 'script' })).status).toBe(403);
  });
});

describe('A6: files that would run', () => {
  const script = '<script>parent.document.title = "mine"</script>';
  /** Each as it comes out of an uploaded archive; a star: saved, never shown in place. */
  const served: Readonly<Record<string, [content: string, type: string]>> = {
    'shell.php': [`<?php system($_GET['c']);`, 'application/octet-stream *'],
    'SHELL.PHTML': ['<?php', 'application/octet-stream *'],
    'page.html.php': [script, 'application/octet-stream *'],
    'page.jsp': ['<%= 1 %>', 'application/octet-stream *'],
    'tool.exe': ['MZ', 'application/octet-stream *'],
    'tool.hta': [script, 'application/octet-stream *'],
    'tool.ps1': ['rm', 'application/octet-stream *'],
    'drawing.svgz': ['x', 'application/octet-stream *'],
    'inner.zip': ['PK', 'application/zip *'],
    'drawing.svg': [`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`, 'image/svg+xml'],
    'polyglot.html': [`GIF89a/*${script}*/`, 'text/html'],
    'polyglot.gif': [`GIF89a${script}`, 'image/gif'],
    'data.xml': ['<?xml-stylesheet href="data.xsl"?><x/>', 'application/xml'],
    '.htaccess': ['AddType text/html .gif', 'application/octet-stream'],
    'web.config': ['<configuration/>', 'application/octet-stream'],
    'page.mhtml': [script, 'application/octet-stream'],
    'page.shtml': [script, 'application/octet-stream'],
    'page.html ': [script, 'application/octet-stream'],
    'without-ending': [script, 'application/octet-stream'],
    'movie.swf': ['FWS', 'application/octet-stream'],
  };

  it('are served from the host of the attempt alone, under types of our own that nobody may guess at', async () => {
    const author = school.as(anActor({ roles: ['instructor'] }));
    const more = Object.fromEntries(Object.entries(served).map(([name, [content]]) => [name, content]));
    const { id: packageId } = await settled(school, author, await aPackageZip({ more }));
    const reader = await APlayer.open(school, await aLearner(school, { packageId }));
    for (const [name, [content, type]] of Object.entries(served)) {
      const { status, text, headers } = await reader.file(encodeURIComponent(name));
      const shown = `${String(headers['content-type'])}${headers['content-disposition'] === 'attachment' ? ' *' : ''}`;
      expect([name, status, text, shown]).toEqual([name, 200, content, type]);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringMatching(
          /connect-src 'self'.*frame-ancestors 'self' http:\/\/academy\.test;.*object-src 'none'/,
        ),
        'cross-origin-resource-policy': 'same-origin',
      });
      await school
        .visitor({ cookie: reader.cookie })
        .get(`/c/${encodeURIComponent(name)}`)
        .expectProblem(404, 'not-found');
    }
  });
});

describe('a file that is in memory', () => {
  // What takes its route bears an id for the log; what the shortcut answers does not.
  const byRoute = ({ headers }: { headers: object }): boolean => 'x-request-id' in headers;

  it('is answered ahead of the routes, as they would', async () => {
    const reader = await APlayer.open(school, await aLearner(school, { files }));
    const compressed = settled(school, school.as(anActor({ roles: ['instructor'] })), await aPackageZip({ more: { 'long.html': long } }));
    const other = await APlayer.open(school, await aLearner(school, { packageId: (await compressed).id }));
    const tag = String((await reader.file('one.html')).headers['etag']);
    const wishes: [APlayer, string, Record<string, string>][] = [
      [reader, 'a%20b/%C3%B1and%C3%BA.html', {}],
      [reader, 'a%20b/%C3%B1and%C3%BA.html', { range: 'bytes=7-13' }],
      [reader, 'a%20b/%C3%B1and%C3%BA.html', { range: 'bytes=99999-' }],
      [reader, 'one.html', { 'if-none-match': tag }],
      [reader, 'tool.exe', {}],
      [reader, 'empty.js', {}],
      [other, 'long.html', { 'accept-encoding': 'br' }],
    ];
    for (const [who, name, headers] of wishes) {
      await who.file(name, headers);
      school.clock.set(new Date(school.clock.now().getTime() + 2_000));
      const routed = await who.file(name, headers);
      const quick = await who.file(name, headers);
      expect([name, byRoute(routed), byRoute(quick)]).toEqual([name, true, false]);
      const { 'x-request-id': id, date, ...rest } = routed.headers;
      expect([quick.status, quick.bytes, { ...quick.headers, date }]).toEqual([routed.status, routed.bytes, { ...rest, date }]);
      expect(id).toBeDefined();
    }
  });

  it('is nobody else’s, and a second after a withdrawal nobody’s', async () => {
    const learner = await aLearner(school, { files });
    const reader = await APlayer.open(school, learner);
    await reader.file('one.html');
    expect(byRoute(await reader.file('one.html'))).toBe(false);
    expect((await reader.file('one.html', { cookie: '' })).status).toBe(401);
    expect((await reader.file('one.html', { cookie: 'aula_files=guessed' })).status).toBe(401);
    expect((await reader.as({ host: player.host }).file('one.html')).status).toBe(401);
    const { enrollmentId } = learner;
    await school.hears('enrollment.withdrawn', [{ enrollmentId, personId: learner.actor.personId, editionId: enrollmentId }] as never);
    school.clock.set(new Date(school.clock.now().getTime() + 1_001));
    expect((await reader.file('one.html')).status).toBe(410);
  });
});

describe('the player', () => {
  it('is served on every content host, its scripts for ever', async () => {
    const page = await player.get('/_p/');
    expect([page.text, page.headers['cache-control'], page.headers['content-type']]).toEqual([
      '<title>player</title>',
      'no-cache',
      'text/html; charset=utf-8',
    ]);
    const script = await player.get('/_p/assets/player-1.js');
    expect([script.text, script.headers['cache-control']]).toEqual(['run()', 'public, max-age=31536000, immutable']);
    expect((await player.get('/_p/assets/player-1.js', { 'if-none-match': String(script.headers['etag']) })).status).toBe(304);
    expect((await player.get('/_p/../player.html')).status).toBe(404);
  });

  it('goes over the line compressed', async () => {
    const plain = await player.get('/_p/assets/player-2.js');
    const packed = await player.get('/_p/assets/player-2.js', { 'accept-encoding': 'gzip, br' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
    expect(brotliDecompressSync(packed.bytes).toString()).toBe(plain.text);
    expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
    const same = { 'accept-encoding': 'br', 'if-none-match': String(packed.headers['etag']) };
    expect((await player.get('/_p/assets/player-2.js', same)).status).toBe(304);
  });

  it('is not there on the academy', async () => {
    await school.visitor().get('/_p/').expectProblem(404, 'not-found');
  });
});

describe('a preview', () => {
  it('shows an author the package and records nothing', async () => {
    const author = anActor({ roles: ['instructor'] });
    const packageId = await aPackage(school, { scos: ['one', 'two'] }, author.personId);
    await school.publishes('identity.pub_person', [{ id: author.personId, given_name: 'Eva', family_name: 'Sol', language: 'pt' }]);
    const { body } = await school.as(author).post('/api/content/previews', { packageId }).expect<{ url: string }>(201);
    const preview = await APlayer.at(school, body.url);
    expect(preview.launched).toMatchObject({
      mode: 'browse',
      title: 'Curso',
      academyUrl: `http://academy.test/teach/packages/${packageId}`,
    });
    expect(await preview.lease()).toMatchObject({ mode: 'browse', epoch: 1, current: 'one', learner: { name: 'Sol, Eva' } });
    expect((await preview.file('one.html')).status).toBe(200);
    await preview.send(1, records(1, opened)).expectProblem(401, 'content.token-refused');
    expect(await school.sql(`select 1 from content.attempt where package_id = $1`, [packageId])).toEqual([]);
  });

  it('is for authors of the package and those who look at all', async () => {
    const packageId = await aPackage(school);
    const ask = (roles: readonly ('instructor' | 'administrator')[], personId?: string) =>
      school
        .as(anActor({ ...(personId && { personId }), grants: roles.map((role) => ({ role, scope: { kind: 'course', id: packageId } })) }))
        .post('/api/content/previews', { packageId });
    await ask([]).expectProblem(403, 'forbidden');
    await ask(['instructor']).expectProblem(403, 'forbidden');
    await school
      .as(anActor({ roles: ['administrator'] }))
      .post('/api/content/previews', { packageId })
      .expect(201);
    await school
      .as(anActor({ roles: ['administrator'] }))
      .post('/api/content/previews', { packageId: player.launched['attemptId'] })
      .expectProblem(404, 'not-found');
  });
});
