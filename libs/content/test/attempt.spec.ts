import { describe, expect, it } from '@jest/globals';
import type { RuntimeRecord } from '@aula/contracts';
import { judge } from '../src/attempt/attempt.entity.js';
import { storedCodingFor, pathOf, rangeOf } from '../src/attempt/file.entity.js';
import { base32, hostLabel, labelOf, modeFor, packageFor, playerUrl } from '../src/attempt/launch.entity.js';
import { fromStored, fromStoredJson, toStored, toStoredJson } from '../src/attempt/text.entity.js';

const seqs = (...all: number[]): RuntimeRecord[] => all.map((seq) => ({ seq, t: 0, kind: 'snap', scoId: 'a' }));

describe('a commit is judged by epoch and sequence', () => {
  it.each([
    ['the next records', 2, seqs(4, 5), { kind: 'take', ack: 5, fresh: seqs(4, 5) }],
    ['records held already', 2, seqs(1, 2, 3), { kind: 'take', ack: 3, fresh: [] }],
    ['an overlap', 2, seqs(3, 4), { kind: 'take', ack: 4, fresh: seqs(4) }],
    ['another order', 2, seqs(5, 4, 4), { kind: 'take', ack: 5, fresh: seqs(4, 5) }],
    ['a gap inside', 2, seqs(4, 6), { kind: 'take', ack: 4, fresh: seqs(4) }],
    ['a gap before', 2, seqs(5), { kind: 'gap', expect: 4 }],
    ['an old epoch', 1, seqs(4, 9), { kind: 'stale', current: 2, through: 9 }],
    ['an epoch to come', 3, seqs(1), { kind: 'unknown-epoch' }],
    ['no epoch', 0, seqs(1), { kind: 'stale', current: 2, through: 1 }],
  ])('%s', (_name, epoch, records, expected) => {
    expect(judge({ epoch: 2, lastSeq: 3 }, { epoch, records })).toEqual(expected);
  });
});

describe('an address', () => {
  it('is written in base 32 of RFC 4648', () => {
    const vectors = { f: 'my', fo: 'mzxq', foo: 'mzxw6', foob: 'mzxw6yq', fooba: 'mzxw6ytb', foobar: 'mzxw6ytboi' };
    for (const [text, expected] of Object.entries(vectors)) expect(base32(Buffer.from(text))).toBe(expected);
  });

  it('is the same for an attempt all its life, and another for every other', () => {
    const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const label = hostLabel(key, 'package', 'attempt');
    expect(label).toMatch(/^[a-z2-7]{26}$/);
    expect(hostLabel(key, 'package', 'attempt')).toBe(label);
    expect(
      new Set([label, hostLabel(other, 'package', 'attempt'), hostLabel(key, 'package2', 'attempt'), hostLabel(key, 'package', 'b')]).size,
    ).toBe(4);
    expect(playerUrl('http://localhost:3000', 'content.localhost', label, 'c')).toBe(`http://${label}.content.localhost:3000/_p/#c`);
    expect(playerUrl('https://aula.example', 'aula-content.example', label, 'c')).toBe(`https://${label}.aula-content.example/_p/#c`);
    expect([
      labelOf(`${label}.c.test`, 'c.test'),
      labelOf('c.test', 'c.test'),
      labelOf(`x.${label}.c.test`, 'c.test'),
      labelOf('evil.test', 'c.test'),
    ]).toEqual([label, undefined, undefined, undefined]);
  });

  it.each([
    ['a.html', 'a.html'],
    ['a%20b/c.html?x#y', 'a b/c.html'],
    ['a/', 'a/index.html'],
    ['n%CC%83.html', 'ñ.html'],
    ['', undefined],
    ['../a', undefined],
    ['a/%2e%2e/b', undefined],
    ['a%00', undefined],
    ['%E0%A4%A', undefined],
  ])('names a file: %s', (address, path) => {
    expect(pathOf(address)).toBe(path);
  });
});

describe('a unit', () => {
  it('brings the package of the language, else the first there is', () => {
    const contents = { pt: { packageId: 'p' }, fr: { packageId: 'f' }, es: {} };
    expect([packageFor(contents, 'fr'), packageFor(contents, 'es'), packageFor({}, 'es')]).toEqual(['f', 'p', undefined]);
  });

  it.each([
    ['active', true, false, false, 'normal'],
    ['active', true, false, true, 'normal'],
    ['completed', true, false, false, 'normal'],
    ['completed', true, false, true, 'review'],
    ['active', true, true, false, 'review'],
    ['active', false, false, false, undefined],
    ['withdrawn', true, false, false, undefined],
    ['pending', true, false, false, undefined],
  ])('of an enrollment that is %s (opened %s, closed %s), attempt completed %s: %s', (state, opened, closed, completed, expected) => {
    expect(modeFor({ state, opened, closed }, completed)).toBe(expected);
  });
});

describe('a request for a file', () => {
  it.each([
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 9 }],
    ['bytes=2-4', { start: 2, end: 4 }],
    ['bytes=2-99', { start: 2, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=4-2', undefined],
    ['bytes=0-1,3-4', undefined],
    ['lines=0-1', undefined],
  ])('for %s', (header, expected) => {
    expect(rangeOf(header, 10)).toEqual(expected);
  });

  it('knows its coding', () => {
    const both = { br: 10, gzip: 12 };
    expect([
      storedCodingFor('gzip, br', both),
      storedCodingFor('gzip;q=1.0, br;q=0', both),
      storedCodingFor('gzip, br', { br: null, gzip: 12 }),
      storedCodingFor('deflate', both),
      storedCodingFor('gzip', { br: null, gzip: null }),
      storedCodingFor(undefined, both),
    ]).toEqual(['br', 'gzip', 'gzip', undefined, undefined, undefined]);
  });
});

describe('texts', () => {
  it('are stored as PostgreSQL takes them, and come back as they were', () => {
    const odd = 'a\0b\ud800c\udc00😀\ufdd0\\u0000\\ud800';
    expect(toStored(odd)).toBe('a\ufdd00000b\ufdd0d800c\ufdd0dc00😀\ufdd0fdd0\\u0000\\ud800');
    expect(fromStored(toStored(odd))).toBe(odd);
    const value = { [odd]: [odd, { __proto__: null, x: odd }], plain: 1 };
    expect(toStoredJson(value)).toBe(
      JSON.stringify(value)
        .replaceAll(/(?<!\\)\\u([0-9a-f]{4})/g, '\ufdd0$1')
        .replaceAll('😀\ufdd0', '😀\ufdd0fdd0'),
    );
    expect(fromStoredJson(JSON.parse(toStoredJson(value)))).toEqual(value);
    expect(toStored('plain')).toBe('plain');
    expect(fromStored(toStored(odd).slice(0, 4))).toBe('a'); // shortened within an escape
  });
});
