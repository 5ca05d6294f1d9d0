import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  archiveLimits,
  archivePath,
  collisions,
  contentType,
  decodeName,
  explainMissingManifest,
  findManifest,
  isClutter,
  isLinkOrDevice,
  LimitMeter,
  overlappingEntries,
  soleArchive,
} from '../src/index.js';

describe('the place of an entry', () => {
  it.each([
    ['index.html', 'index.html', false, false],
    ['./a//b/./c.html', 'a/b/c.html', false, false],
    ['a\\b\\c.html', 'a/b/c.html', false, true],
    ['folder/', 'folder', true, false],
    ['folder\\', 'folder', true, true],
    ['./', '', true, false],
    ['mo\u0301dulo.html', 'módulo.html', false, false],
    ['100% real.html', '100% real.html', false, false],
    ['a%20b.html', 'a%20b.html', false, false],
    ['..a/b..c/d..', '..a/b..c/d..', false, false],
    ['_pages/x.html', '_pages/x.html', false, false],
    ['lib/sw.js', 'lib/sw.js', false, false],
  ])('%j', (name, path, directory, repaired) => {
    expect(archivePath(name)).toEqual({ ok: true, path, directory, repaired });
  });

  it.each([
    ['', 'archive-name-empty'],
    ['../x', 'archive-name-escapes'],
    ['a/../../x', 'archive-name-escapes'],
    ['a/../b', 'archive-name-escapes'],
    ['a\\..\\..\\x', 'archive-name-escapes'],
    ['a/.../x', 'archive-name-escapes'],
    ['a/.. /x', 'archive-name-escapes'],
    ['%2e%2e/x', 'archive-name-escapes'],
    ['a/%2E%2e%2fx', 'archive-name-escapes'],
    ['a/%252e%252e/x', 'archive-name-escapes'],
    ['a/..%5cx', 'archive-name-escapes'],
    ['/etc/passwd', 'archive-name-absolute'],
    ['\\\\server\\share', 'archive-name-absolute'],
    ['%2fetc/passwd', 'archive-name-absolute'],
    ['C:\\x', 'archive-name-absolute'],
    ['c:x', 'archive-name-absolute'],
    ['./c:x', 'archive-name-absolute'],
    ['./%2fx', 'archive-name-absolute'],
    ['a\u0000.html', 'archive-name-control-character'],
    ['a%00.html', 'archive-name-control-character'],
    ['a\n.html', 'archive-name-control-character'],
    ['\ud800.html', 'archive-name-unreadable'],
    ['x'.repeat(513), 'archive-name-too-long'],
    [`${'x'.repeat(300)}/a.html`, 'archive-name-too-long'],
    [`${'ä'.repeat(130)}.html`, 'archive-name-too-long'],
    ['_p/index.html', 'archive-name-reserved'],
    ['./_RT/commit', 'archive-name-reserved'],
    ['sw.js', 'archive-name-reserved'],
    ['SW.JS', 'archive-name-reserved'],
    ['%73w.js', 'archive-name-reserved'],
  ])('%j is refused: %s', (name, code) => {
    expect(archivePath(name)).toMatchObject({ ok: false, code });
  });

  it('never leaves the package, whatever the name', () => {
    const nasty = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5C',
      '%25',
      '%00',
      ':',
      'C',
      'a',
      'ä',
      ' ',
      '_p',
      '\u0000',
      '\ud800',
    );
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(name, (raw) => {
        const result = archivePath(raw);
        if (!result.ok) return;
        const decoded = [result.path, lenientDecode(result.path), lenientDecode(lenientDecode(result.path))];
        for (const path of decoded) {
          const parts = path.split(/[/\\]/);
          expect(parts).not.toContain('..');
          expect(path.startsWith('/') || /^[a-z]:/i.test(path) || path.includes('\u0000')).toBe(false);
          expect(['_p', '_rt', 'sw.js']).not.toContain(parts[0]?.toLowerCase());
        }
        if (result.path !== '') expect(archivePath(result.path)).toMatchObject({ ok: true, path: result.path, repaired: false });
      }),
      { numRuns: 2000 },
    );
  });
});

const lenientDecode = (path: string) => path.replaceAll(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe('the name of an entry', () => {
  const cp437 = Buffer.from('Pr\u0081fung.txt', 'latin1');
  const unicode = (text: string, crc: number) => {
    const data = Buffer.alloc(5);
    data[0] = 1;
    data.writeUInt32LE(crc, 1);
    return [{ id: 0x7075, data: Buffer.concat([data, Buffer.from(text)]) }];
  };

  it('is UTF-8 by its flag', () => {
    expect(decodeName({ name: Buffer.from('Prüfung.txt'), flags: 0x800 })).toBe('Prüfung.txt');
  });

  it('is UTF-8 without the flag when it can be', () => {
    expect(decodeName({ name: Buffer.from('測試.txt'), flags: 0 })).toBe('測試.txt');
  });

  it('is code page 437 otherwise, also when the flag lies', () => {
    expect([0, 0x800].map((flags) => decodeName({ name: cp437, flags }))).toEqual(['Prüfung.txt', 'Prüfung.txt']);
  });

  it('is taken from the Unicode field when that belongs to it', () => {
    expect(decodeName({ name: cp437, flags: 0, extraFields: unicode('试验.txt', 0x8208e0fc) })).toBe('试验.txt');
    expect(decodeName({ name: cp437, flags: 0, extraFields: unicode('试验.txt', 1) })).toBe('Prüfung.txt');
    expect(decodeName({ name: cp437, flags: 0, extraFields: [{ id: 0x7075, data: Buffer.alloc(3) }] })).toBe('Prüfung.txt');
  });
});

describe('the manifest of an archive', () => {
  it.each([
    [['a/imsmanifest.xml', 'imsmanifest.xml'], 'imsmanifest.xml'],
    [['b/c/imsmanifest.xml', 'a/IMSManifest.XML'], 'a/IMSManifest.XML'],
    [['IMSMANIFEST.XML', 'imsmanifest.xml'], 'imsmanifest.xml'],
    [['b/imsmanifest.xml', 'a/imsmanifest.xml'], 'a/imsmanifest.xml'],
    [['__MACOSX/imsmanifest.xml', 'course/imsmanifest.xml'], 'course/imsmanifest.xml'],
    [['old-imsmanifest.xml', 'imsmanifest.xml.bak'], undefined],
  ])('of %j is %s', (paths, found) => {
    expect(findManifest(paths)).toBe(found);
  });

  it.each([
    [[], 'archive-empty'],
    [['__MACOSX/._x', '.DS_Store'], 'archive-empty'],
    [['course.au', 'course.crs', 'course.cst', 'course.des'], 'package-aicc'],
    [['cmi5.xml', 'index.html'], 'package-xapi-only'],
    [['tincan.xml'], 'package-xapi-only'],
    [['index.html'], 'manifest-missing'],
  ])('missing among %j is %s', (paths, code) => {
    expect(explainMissingManifest(paths)).toMatchObject({ severity: 'error', code });
  });

  it('may lie in a zip that is the only file', () => {
    expect(soleArchive(['course.zip', '__MACOSX/._course.zip'])).toBe('course.zip');
    expect([soleArchive(['course.zip', 'readme.txt']), soleArchive(['index.html']), soleArchive([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('clutter is known by name', () => {
    const paths = ['__MACOSX/a', 'a/.DS_Store', 'Thumbs.db', 'x/desktop.ini', 'index.html', 'my__MACOSX/a'];
    expect(paths.filter(isClutter)).toEqual(['__MACOSX/a', 'a/.DS_Store', 'Thumbs.db', 'x/desktop.ini']);
  });
});

describe('limits', () => {
  it('are those of the design', () => {
    expect(archiveLimits).toEqual({
      zipBytes: 2_147_483_648,
      totalBytes: 4_294_967_296,
      entries: 50_000,
      fileBytes: 1_073_741_824,
      ratio: 200,
      ratioFromBytes: 10_485_760,
    });
  });

  const limits = { zipBytes: 1000, totalBytes: 500, entries: 3, fileBytes: 300, ratio: 10, ratioFromBytes: 100 };

  it('on the archive itself', () => {
    const meter = new LimitMeter(limits);
    expect(meter.archive(1000)).toBeUndefined();
    expect(meter.archive(1001)).toMatchObject({ code: 'archive-too-large', parameters: { bytes: 1001, limit: 1000 } });
  });

  it('on the number of entries', () => {
    const meter = new LimitMeter(limits);
    const refused = ['a', 'b', 'c', 'd'].map((path) => meter.entry(path, 1).refused?.code);
    expect(refused).toEqual([undefined, undefined, undefined, 'archive-too-many-entries']);
  });

  it('on one file, by what really comes out', () => {
    const { meter } = new LimitMeter(limits).entry('a.mp4', 300);
    expect([meter.add(150), meter.add(150)]).toEqual([undefined, undefined]);
    expect(meter.add(1)).toMatchObject({ code: 'archive-file-too-large', path: 'a.mp4', parameters: { limit: 300 } });
  });

  it('on all files together', () => {
    const total = new LimitMeter(limits);
    const [first, second] = [total.entry('a', 300).meter, total.entry('b', 300).meter];
    expect([first.add(260), second.add(240)]).toEqual([undefined, undefined]);
    expect(second.add(1)).toMatchObject({ code: 'archive-expands-too-large' });
  });

  it('on the ratio, once a file is large', () => {
    const total = new LimitMeter(limits);
    expect(total.entry('small', 1).meter.add(100)).toBeUndefined();
    expect(total.entry('bomb', 10).meter.add(101)).toMatchObject({ code: 'archive-ratio-too-high', path: 'bomb' });
    expect(total.entry('dense', 20).meter.add(101)).toBeUndefined();
  });

  it('on entries that share bytes', () => {
    const entries = [
      { path: 'c', offset: 30, length: 10 },
      { path: 'a', offset: 0, length: 25 },
      { path: 'b', offset: 10, length: 5 },
      { path: 'd', offset: 40, length: 10 },
    ];
    expect(overlappingEntries(entries)).toMatchObject([{ code: 'archive-entries-overlap', path: 'b', parameters: { other: 'a' } }]);
  });
});

describe('special entries', () => {
  it.each([
    [0o120777, true, 'a symbolic link'],
    [0o020666, true, 'a character device'],
    [0o060660, true, 'a block device'],
    [0o010644, true, 'a pipe'],
    [0o140755, true, 'a socket'],
    [0o100644, false, 'a file'],
    [0o040755, false, 'a folder'],
    [0, false, 'no Unix mode'],
  ])('mode %o: %s (%s)', (mode, special) => {
    expect(isLinkOrDevice(((mode << 16) | 0x20) >>> 0)).toBe(special);
  });
});

describe('collisions', () => {
  it('of names that differ only in case, and of files with folders', () => {
    const paths = ['a/Index.html', 'a/index.html', 'b', 'B/c.html', 'd/e.html', 'd/f.html'];
    expect(collisions(paths)).toMatchObject([
      { code: 'archive-names-collide', path: 'a/index.html', parameters: { other: 'a/Index.html' } },
      { code: 'archive-names-collide', path: 'b', parameters: { other: 'B/c.html' } },
    ]);
  });

  it('of one name that occurs twice', () => {
    expect(collisions(['a', 'b', 'a'])).toHaveLength(1);
  });
});

describe('the media type', () => {
  it.each([
    ['a/index.HTML', 'text/html', false],
    ['app.js', 'text/javascript', false],
    ['imsmanifest.xml', 'application/xml', false],
    ['logo.svg', 'image/svg+xml', false],
    ['video.mp4', 'video/mp4', false],
    ['guide.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
    ['logo.svgz', 'application/octet-stream', true],
    ['index.php', 'application/octet-stream', true],
    ['setup.exe', 'application/octet-stream', true],
    ['data.xyz', 'application/octet-stream', false],
    ['folder.html/file', 'application/octet-stream', false],
    ['.htaccess', 'application/octet-stream', false],
    ['x.constructor', 'application/octet-stream', false],
  ])('%s → %s', (path, type, attachment) => {
    expect(contentType(path)).toEqual({ type, attachment });
  });
});
