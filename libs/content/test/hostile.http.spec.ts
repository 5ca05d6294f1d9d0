import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { anActor, house } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aManifest, aZip, errorsOf, manyEntries, rawZip, seen, settled, stored, uploaded, type RawEntry } from './a-package.js';

const school = await house(ContentModule);
const author = school.as(anActor({ roles: ['instructor'], language: 'en' }));

const base: readonly RawEntry[] = [
  { name: 'imsmanifest.xml', content: aManifest() },
  { name: 'index.html', content: '<p>start</p>' },
];

/** Every hostile archive is refused for exactly this reason, named at this path, and leaves nothing. */
const refused = async (zip: Buffer, code: string, path?: string | null, others: readonly string[] = []): Promise<void> => {
  const before = await stored(school);
  const found = await settled(school, author, zip);
  expect({ state: found.state, codes: new Set(errorsOf(found)) }).toEqual({ state: 'refused', codes: new Set([code, ...others]) });
  if (path !== undefined) expect(found.findings.find((one) => one.code === code)?.path).toBe(path);
  expect(found.findings.every(({ message }) => !/[{}]/.test(message))).toBe(true);
  expect(await stored(school)).toEqual(before);
};

describe('A1: names that leave the package', () => {
  it.each<[string, string]>([
    ['../x.html', 'archive-name-escapes'],
    ['a/../../x.html', 'archive-name-escapes'],
    ['..\\x.html', 'archive-name-escapes'],
    ['a/.. /x.html', 'archive-name-escapes'],
    ['...', 'archive-name-escapes'],
    ['%2e%2e/x.html', 'archive-name-escapes'],
    ['%252e%252e%252fx.html', 'archive-name-escapes'],
    ['/etc/x.html', 'archive-name-absolute'],
    ['\\\\server\\x.html', 'archive-name-absolute'],
    ['C:\\x.html', 'archive-name-absolute'],
    ['./C:x.html', 'archive-name-absolute'],
    ['x\0.html', 'archive-name-control-character'],
    ['x\n.html', 'archive-name-control-character'],
    ['x%00.html', 'archive-name-control-character'],
    ['', 'archive-name-empty'],
    ['_p/player.html', 'archive-name-reserved'],
    ['_RT/commit', 'archive-name-reserved'],
    ['sw.js', 'archive-name-reserved'],
  ])('%j: %s', async (name, code) => {
    await refused(rawZip([...base, { name, content: 'x' }]), code);
  });

  it.each<[string, string]>([
    ['of 602 characters', `${'a/'.repeat(300)}x.html`],
    ['of 60,000 characters', `${'n'.repeat(60_000)}.html`],
    ['with a part of 300 bytes', 'ñ'.repeat(150)],
  ])('a name %s', async (_, name) => {
    await refused(rawZip([...base, { name, content: 'x' }]), 'archive-name-too-long');
  });

  it('shows a name without what is invisible in it', async () => {
    await refused(rawZip([...base, { name: 'a\0b', content: 'x' }]), 'archive-name-control-character', 'a\ufffdb');
  });
});

describe('A2: entries that are no files', () => {
  it.each<[string, number]>([
    ['a symbolic link', 0o120777],
    ['a character device', 0o020666],
    ['a block device', 0o060666],
    ['a pipe', 0o010666],
    ['a socket', 0o140666],
  ])('%s', async (_, mode) => {
    await refused(rawZip([...base, { name: 'x.html', content: '/etc/passwd', attributes: (mode << 16) >>> 0 }]), 'archive-link', 'x.html');
  });
});

describe('A3: bombs', () => {
  const zeros = Buffer.alloc(32 * 1_048_576);
  const bomb = deflateRawSync(zeros, { level: 9 });

  it('that grow too much, as their header says', async () => {
    await refused(rawZip([...base, { name: 'zeros.bin', content: zeros }]), 'archive-ratio-too-high', 'zeros.bin');
  });

  it('that grow more than their header says', async () => {
    const lying = { name: 'zeros.bin', content: bomb, method: 0, size: 1_000, crc: crc32(zeros) };
    const zip = rawZip([...base, lying]);
    // the header says "deflated": stored bytes of a deflate stream are that stream
    for (const signature of [0x04034b50, 0x02014b50]) patchMethod(zip, signature, 'zeros.bin', 8);
    await refused(zip, 'archive-file-damaged', 'zeros.bin');
  });

  it('of more files than are allowed', async () => {
    const many = Array.from({ length: 50_001 }, (_, index) => ({ name: `f/${index}`, method: 0 }));
    await refused(rawZip([...base, ...many]), 'archive-too-many-entries', null);
  });

  it('that say they hold more than is allowed', async () => {
    const three = Array.from({ length: 3 }, (_, index) => ({ name: `${index}.bin`, size: 1_900_000_000, content: 'x' }));
    await refused(rawZip([...base, ...three]), 'archive-file-too-large', '0.bin');
  });

  it('that say they hold more than is allowed in all, each of them little enough', async () => {
    const five = Array.from({ length: 5 }, (_, index) => ({ name: `${index}.bin`, size: 1_000_000_000, content: 'x' }));
    await refused(rawZip([...base, ...five]), 'archive-expands-too-large', null, ['archive-ratio-too-high']);
  });

  it('of a million files, and of files that grow without end, take no memory', async () => {
    const endless = rawZip([...base, { name: 'endless.bin', content: bomb, method: 0, size: 9_000_000, crc: 1 }]);
    for (const signature of [0x04034b50, 0x02014b50]) patchMethod(endless, signature, 'endless.bin', 8);
    const bombs: [Buffer, string][] = [
      [manyEntries(1_000_000), 'archive-too-many-entries'],
      [manyEntries(1_000_000, 50_000), 'archive-entries-overlap'],
      [endless, 'archive-file-damaged'],
    ];
    for (const [zip, code] of bombs) {
      const id = await uploaded(author, zip);
      expect([code, (await grownBy(() => school.settle())) < 256 * 1_048_576]).toEqual([code, true]);
      const found = await seen(author, id);
      expect([found.state, errorsOf(found)]).toEqual(['refused', expect.arrayContaining([code])]);
    }
  }, 60_000);

  it('whose files are the same bytes', async () => {
    const all: RawEntry[] = [
      ...base,
      { name: 'a.bin', content: 'a'.repeat(5_000) },
      { name: 'b.bin', content: 'a'.repeat(5_000), sameAs: 2 },
    ];
    await refused(rawZip(all), 'archive-entries-overlap', 'b.bin');
  });

  it('of zips within zips are opened once', async () => {
    const inner = await aZip({ 'a.zip': await aZip({ 'imsmanifest.xml': aManifest(), 'index.html': 'x' }) });
    await refused(await aZip({ 'outer.zip': inner }), 'manifest-missing');
  });
});

describe('A4: headers that lie', () => {
  it.each<[string, RawEntry, string]>([
    ['another name in the local header', { name: 'x.html', content: 'x', local: { name: 'y.html' } }, 'archive-headers-disagree'],
    ['another size in the local header', { name: 'x.html', content: 'x', local: { size: 7 } }, 'archive-headers-disagree'],
    ['another method in the local header', { name: 'x.html', content: 'x', local: { method: 0 } }, 'archive-headers-disagree'],
    ['less data than stated', { name: 'x.html', content: 'x', size: 9 }, 'archive-file-damaged'],
    ['more data than stated', { name: 'x.html', content: 'xxxx', size: 2 }, 'archive-file-damaged'],
    ['a stored file of another size', { name: 'x.html', content: 'xxxx', method: 0, size: 2 }, 'archive-file-damaged'],
    ['another checksum', { name: 'x.html', content: 'x', crc: 1 }, 'archive-file-damaged'],
    ['data beyond the end', { name: 'x.html', content: 'x', packed: 900_000 }, 'archive-file-damaged'],
    ['no deflate stream', { name: 'zzz.html', content: 'corrupted below' }, 'archive-file-damaged'],
    ['a password', { name: 'x.html', content: 'x', flags: 0x801 }, 'archive-encrypted'],
    ['strong encryption', { name: 'x.html', content: 'x', flags: 0x841 }, 'archive-encrypted'],
    ['a compression of its own', { name: 'x.html', content: 'x', method: 14 }, 'archive-method-unsupported'],
    ['a name used twice', { name: 'index.html', content: 'x' }, 'archive-names-collide'],
    ['a name used twice but for capitals', { name: 'Index.HTML', content: 'x' }, 'archive-names-collide'],
    ['a file that is a folder', { name: 'index.html/x.html', content: 'x' }, 'archive-names-collide'],
  ])('%s', async (what, entry, code) => {
    const zip = rawZip([...base, entry]);
    if (what === 'no deflate stream') corrupt(zip, entry.name.toString());
    await refused(zip, code);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('%PDF-1.7')],
    ['a zip that was cut', rawZip(base).subarray(0, -30)],
    ['a directory that is not there', rawZip(base, { count: 9 })],
    ['a zip in parts', rawZip(base, { disk: 1 })],
  ])('is no zip: %s', async (_, zip) => {
    await refused(zip, 'archive-unreadable');
  });
});

describe('A5: hostile manifests', () => {
  const withManifest = (xml: string): Promise<Buffer> => aZip({ 'imsmanifest.xml': xml, 'index.html': 'x', passwd: 'root' });

  it.each<[string, string, string]>([
    [
      'an external entity',
      `<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]>${aManifest({ title: '&x;' }).replace(/^<\?.*\n/, '')}`,
      'manifest-doctype',
    ],
    ['a billion laughs', `<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(9)}">]><manifest>&b;</manifest>`, 'manifest-doctype'],
    ['depth', `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`, 'manifest-too-deep'],
    ['breadth', `<manifest>${'<a/>'.repeat(200_001)}</manifest>`, 'manifest-too-many-nodes'],
    ['length', `<manifest>${' '.repeat(6_000_000)}</manifest>`, 'manifest-too-large'],
    ['no XML', 'Esto no es XML', 'manifest-text-outside'],
    ['another document', '<html/>', 'manifest-wrong-root'],
    ['a way out', aManifest({ pages: ['../../etc/passwd'] }), 'href-outside-package'],
    ['a script', aManifest({ pages: ['javascript:alert(1)'] }), 'href-scheme-refused'],
  ])('%s', async (_, xml, code) => {
    await refused(await withManifest(xml), code);
  });

  it('says a size in words', async () => {
    const found = await settled(school, author, await withManifest(`<manifest>${' '.repeat(6_000_000)}</manifest>`));
    expect(found.findings[0]!.message).toBe('The manifest is 5.7 MB; up to 5 MB is accepted. Split the course.');
  });
});

/** Bytes by which the process grew at most while something was done. */
const grownBy = async (work: () => Promise<void>): Promise<number> => {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  await work().finally(() => clearInterval(look));
  return most - before;
};

/** Makes the entry's data something that inflate refuses. */
const corrupt = (zip: Buffer, name: string): void => {
  zip.fill(0xff, zip.indexOf(name) + name.length, zip.indexOf(name) + name.length + 2);
};
/** Writes another compression method into the headers of an entry. */
const patchMethod = (zip: Buffer, signature: number, name: string, method: number): void => {
  const [nameAt, methodAt] = signature === 0x04034b50 ? [30, 8] : [46, 10];
  for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1))
    if (at >= nameAt && zip.readUInt32LE(at - nameAt) === signature) zip.writeUInt16LE(method, at - nameAt + methodAt);
};
