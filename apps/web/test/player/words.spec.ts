import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byteLength } from '../../src/player/bytes.js';
import { difference, Shortener } from '../../src/player/delta.js';
import { outcomeOf } from '../../src/player/protocol.js';
import { FreePath } from '../../src/player/free-path.js';
import { saveState } from '../../src/player/save-state.js';
import { safeAddress } from '../../src/player/session.js';
import { browserLanguage, texts } from '../../src/player/texts.js';
import { markOf } from '../../src/player/mark.js';

const seed = Number(process.env['SEED'] ?? fc.sample(fc.nat(), 1)[0]);
const apply = (previous: string, { value, cut: [head, foot] }: { value: string; cut: [number, number] }): string =>
  previous.slice(0, head) + value + previous.slice(previous.length - foot);

describe(`text (seed ${seed})`, () => {
  it('counts UTF-8 bytes as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(byteLength(text)).toBe(Buffer.byteLength(text));
      }),
      { seed },
    );
  });

  it('cuts long values to what changed, and the value comes back whole', () => {
    const part = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(part, part, part, part, (head, before, after, foot) => {
        const [previous, next] = [head.repeat(3) + before + foot, head.repeat(3) + after + foot];
        const change = difference(previous, next);
        if (change) {
          expect(apply(previous, change)).toBe(next);
          expect(() => encodeURIComponent(change.value)).not.toThrow(); // throws at a lone surrogate
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it('shortens only accepted suspend data, per item', () => {
    const shortener = new Shortener();
    const long = 'abc'.repeat(500);
    const set = (value: string, more: object = {}) => ({
      t: 1,
      kind: 'set' as const,
      scoId: 'a',
      element: 'cmi.suspend_data',
      value,
      result: 'true',
      ...more,
    });
    expect(shortener.shorten(set(long))).toEqual(set(long));
    expect(shortener.shorten(set(`${long}!`, { result: 'false' }))).toEqual(set(`${long}!`, { result: 'false' }));
    expect(shortener.shorten(set(`${long}!`, { scoId: 'b' }))).toMatchObject({ value: `${long}!` });
    expect(shortener.shorten(set(`${long}?`))).toMatchObject({ value: '?', cut: [1_500, 0] });
    expect(shortener.shorten(set(`${long}?`, { element: 'cmi.location' }))).not.toHaveProperty('cut');
  });
});

describe('an answer to a commit', () => {
  const answer = (status: number, body: Record<string, unknown>, headers: Record<string, string> = {}) =>
    outcomeOf({ status, headers: new Headers(headers) }, body, 'n1');
  it.each([
    [200, { ack: 5, nonce: 'n1' }, { kind: 'acknowledged', through: 5 }],
    [200, { ack: 5, nonce: 'other' }, { kind: 'failed' }],
    [200, { ack: '5', nonce: 'n1' }, { kind: 'failed' }],
    [200, {}, { kind: 'failed' }],
    [409, { code: 'content.stale-epoch', current: 3, quarantinedThrough: 4, nonce: 'n1' }, { kind: 'quarantined', through: 4 }],
    [409, { code: 'content.stale-epoch' }, { kind: 'failed' }],
    [412, { expect: 2, nonce: 'n1' }, { kind: 'gap', expect: 2 }],
    [413, {}, { kind: 'too-large' }],
    [400, { code: 'invalid-request' }, { kind: 'unreadable' }],
    [400, { code: 'content.epoch-unknown' }, { kind: 'unknown-lease' }],
    [400, {}, { kind: 'failed' }],
    [401, { code: 'content.token-refused' }, { kind: 'refused', code: 'content.token-refused' }],
    [404, {}, { kind: 'failed' }],
    [500, { code: 'internal-error' }, { kind: 'failed' }],
  ])('%i %j', (status, body, expected) => {
    expect(answer(status, body)).toEqual(expected);
  });
  it('honours Retry-After', () => {
    expect(answer(503, { code: 'busy' }, { 'retry-after': '3' })).toEqual({ kind: 'failed', retryAfter: 3_000 });
  });
});

const item = (identifier: string, children: object[] = []) => ({
  identifier,
  title: identifier,
  visible: true,
  kind: children.length > 0 ? ('cluster' as const) : ('sco' as const),
  ...(children.length === 0 && { launch: { path: `${identifier}.html`, query: '', fragment: '' } }),
  children: children as never[],
});

describe('the way through a package', () => {
  const items = [item('m1', [item('a'), item('b')]), item('c')];
  const at = (id: string | null, path = new FreePath(items, null, () => 'not attempted')): FreePath => {
    if (id !== null) path.opened(id);
    return path;
  };
  it('opens where it was left, else at the first item', () => {
    expect(at(null).begin()).toEqual({ to: 'item', id: 'a' });
    expect(new FreePath(items, 'c', () => 'not attempted').begin()).toEqual({ to: 'item', id: 'c' });
  });
  it('lets the learner choose when the course was ended before', () => {
    expect(new FreePath(items, null, ({ identifier }) => (identifier === 'a' ? 'completed' : 'not attempted')).begin()).toEqual({
      to: 'choice',
    });
  });
  it('steps through what can be opened, in the order of the contents', () => {
    expect([at('a').allows('previous'), at('c').allows('continue')]).toEqual([false, false]);
    expect([at('b').follow('continue'), at('c').follow('previous')]).toEqual([
      { to: 'item', id: 'c' },
      { to: 'item', id: 'b' },
    ]);
  });
  it.each([
    ['continue', { to: 'item', id: 'c' }],
    ['previous', { to: 'item', id: 'a' }],
    ['suspendAll', { to: 'academy', suspend: true }],
    ['exitAll', { to: 'academy', suspend: false }],
    ['{target=a}choice', { to: 'item', id: 'a' }],
    ['{target=c}jump', { to: 'item', id: 'c' }],
  ])('follows %s', (request, expected) => {
    expect(at('b').allows(request)).toBe(true);
    expect(at('b').follow(request)).toEqual(expected);
  });
  it.each(['{target=m1}choice', 'exit', 'abandon', 'nonsense'])('does not follow %s', (request) => {
    expect(at('b').allows(request)).toBe(false);
  });
  it('waits for prerequisites, in the contents and on the way', () => {
    const status: Record<string, string> = { a: 'incomplete' };
    const closed = [item('a'), { ...item('b'), prerequisites: 'a' }, item('c')];
    const path = at('a', new FreePath(closed, null, ({ identifier }) => status[identifier] ?? 'not attempted'));
    expect(path.entries().get('b')).toEqual({ visible: true, available: false });
    expect([path.allows('{target=b}choice'), path.follow('continue')]).toEqual([false, { to: 'item', id: 'c' }]);
    status['a'] = 'passed';
    expect([path.entries().get('b')?.available, path.follow('continue')]).toEqual([true, { to: 'item', id: 'b' }]);
  });
});

describe('the state of saving', () => {
  const loop = { sending: false, failures: 0, ended: null };
  const facts = { waiting: 0, undurable: 0, aside: 0, keeps: true, loop, records: true };
  it.each([
    [{}, 'saved'],
    [{ waiting: 3 }, 'device'],
    [{ waiting: 3, undurable: 1 }, 'memory'],
    [{ waiting: 3, keeps: false }, 'memory'],
    [{ waiting: 3, loop: { ...loop, failures: 2 } }, 'offline'],
    [{ waiting: 3, loop: { ...loop, ended: 'refused' as const } }, 'refused'],
    [{ waiting: 3, loop: { ...loop, ended: 'withdrawn' as const } }, 'withdrawn'],
    [{ loop: { ...loop, ended: 'taken-over' as const } }, 'frozen'],
    [{ aside: 2 }, 'aside'],
    [{ aside: 2, waiting: 1 }, 'device'],
    [{ records: false }, 'unrecorded'],
  ])('%j is %s', (more, expected) => {
    expect(saveState({ ...facts, ...more }).state).toBe(expected);
  });
});

describe('words', () => {
  it('has every text in every language, with its number or time', () => {
    for (const [key, text] of Object.entries(texts.es)) {
      for (const language of ['pt', 'en', 'fr'] as const) {
        const other = texts[language][key as keyof typeof texts.es];
        for (const place of ['{n}', '{when}'])
          expect([language, key, other.includes(place)]).toEqual([language, key, text.includes(place)]);
        expect(other.length).toBeGreaterThan(2);
      }
    }
  });
  it('finds a language among those of the browser', () => {
    expect([browserLanguage(['de-DE', 'pt-BR']), browserLanguage(['fr']), browserLanguage(['de'])]).toEqual(['pt', 'fr', 'es']);
  });
  it('marks an entry by its strongest word', () => {
    const result = { completion: 'completed' as const, success: 'unknown' as const, scaled: null, progress: 1, seconds: 0 };
    expect([
      markOf(result),
      markOf({ ...result, success: 'failed' }),
      markOf({ ...result, completion: 'not attempted' }),
      markOf(null),
    ]).toEqual(['completed', 'failed', null, null]);
  });
  it('follows only web addresses back', () => {
    expect([safeAddress('javascript:alert(1)'), safeAddress('data:text/html,x'), safeAddress('x'), safeAddress(null)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(safeAddress('https://aula.example/learning')).toBe('https://aula.example/learning');
  });
});
