import { describe, expect, it } from '@jest/globals';
import type { RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { Course } from '../../src/player/course.js';
import { Journal, type Entry, type JournalStore } from '../../src/player/journal.js';
import { standingOf } from '../../src/player/kept-start.js';
import { keptAnswer, type Sources } from '../../src/player/worker/kept-answer.js';
import { fileKey, keyOf } from '../../src/player/worker/kept-files.js';
import { ranged } from '../../src/player/worker/range.js';

const item = (identifier: string) => ({
  identifier,
  title: identifier,
  visible: true,
  kind: 'sco',
  launch: { path: `${identifier}.html`, query: '', fragment: '' },
  children: [],
});
const untouched = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 } as const;
const leased = (more: Partial<RuntimeLeased> = {}): RuntimeLeased => ({
  epoch: 4,
  seq: 0,
  standard: 'scorm-1.2',
  bothApis: false,
  mode: 'normal',
  learner: { id: 'l', name: 'Ana', language: 'es' },
  items: [item('one'), item('two')],
  scos: {},
  results: {},
  course: untouched,
  current: 'one',
  sequencing: null,
  ...more,
});
const records = (from: number, ...drafts: Partial<RuntimeRecord>[]): RuntimeRecord[] =>
  drafts.map((draft, at) => ({ seq: from + at, t: 1, kind: 'set', scoId: 'one', ...draft }));
const open = (scoId: string): Partial<RuntimeRecord> => ({ kind: 'nav', element: 'open', value: 'sco', scoId });
const suspend = (value: string, cut?: [number, number]): Partial<RuntimeRecord> => ({
  element: 'cmi.suspend_data',
  value,
  ...(cut && { cut }),
});
const suspendDataOf = (standing: RuntimeLeased | null): unknown =>
  (standing?.scos['one'] as { elements: Record<string, string> } | undefined)?.elements['cmi.suspend_data'];

describe('where a kept course stands', () => {
  const all = records(1, open('one'), suspend('0123456789'), suspend('x', [2, 2]), open('two'), { scoId: 'two', element: 'cmi.core.lesson_status', value: 'passed' }); // prettier-ignore

  it('is what its records amount to, wherever they are and if one is in both places', () => {
    const standing = standingOf(leased(), all.slice(0, 3), all.slice(2));
    expect(standing).toMatchObject({ epoch: 4, seq: 5, current: 'two', results: { two: { completion: 'completed', success: 'passed' } } });
    expect(suspendDataOf(standing)).toBe('01x89');
  });

  it('can be gone on from at any record, as often as one likes', () => {
    for (let cut = 0; cut <= all.length; cut++) {
      const early = standingOf(leased(), all.slice(0, cut), []);
      expect([cut, standingOf(early!, all, [])]).toEqual([cut, standingOf(leased(), all, [])]);
    }
  });

  it('opens where it was left: at the open part, after an exit at the first unfinished one', () => {
    const paused = records(1, open('two'), { kind: 'nav', element: 'suspend', value: 'closed', scoId: 'two' });
    expect(standingOf(leased(), paused, [])?.current).toBe('two');
    const exit = records(3, { kind: 'nav', element: 'leave', value: 'exit', scoId: 'two' });
    expect(standingOf(leased(), [...paused, ...exit], [])?.current).toBe('one');
  });

  it('knows how long each part has been open, also one that was cut off or begun anew', () => {
    const at = (seconds: number, draft: Partial<RuntimeRecord>) => ({ t: seconds * 1_000, ...draft });
    const left = { kind: 'nav', element: 'leave', value: 'continue' } as const;
    const visits = records(1, at(0, open('one')), at(20, left), at(30, { ...open('two') }), at(45, { scoId: 'two' }), at(90, open('one')), at(95, left), at(99, { ...open('two'), value: 'anew' }), at(100, { scoId: 'two' })); // prettier-ignore
    const spent = (through: number) => standingOf(leased({ openSeconds: { one: 100 } }), visits.slice(0, through), [])?.openSeconds;
    expect([1, 2, 4, 6, 8].map(spent)).toEqual([{ one: 100 }, { one: 120 }, { one: 120, two: 15 }, { one: 125, two: 15 }, { one: 125, two: 1 }]); // prettier-ignore
    expect(standingOf(leased(), visits, [])).not.toHaveProperty('openSeconds');
  });

  it('is not known where a record is missing: its number would be given twice', () => {
    expect(standingOf(leased(), all.slice(0, 2), all.slice(3))).toBeNull();
    expect(standingOf(leased(), [], all.slice(1))).toBeNull();
  });

  it('holds what the course was at when the learner kept it', () => {
    const course = new Course(leased());
    for (const record of all.slice(0, 2)) course.take(record);
    expect(suspendDataOf(standingOf(course.standing(), [], all.slice(2)))).toBe('01x89');
  });
});

describe('the journal of a kept course', () => {
  it('goes on after the last record, and puts away what the server holds before it forgets it', async () => {
    const steps: string[] = [];
    const store: JournalStore = {
      load: () => Promise.resolve([]),
      put: () => Promise.resolve(),
      setAside: () => Promise.resolve(),
      remove: (_epoch, through) => Promise.resolve(void steps.push(`removed ${through}`)),
    };
    const journal = await Journal.open(store, { add: () => undefined, remove: () => undefined, entries: () => [] });
    journal.log = {
      add: (entries: Entry[]) => Promise.resolve(void steps.push(`logged ${entries.map(({ record }) => record.seq).join()}`)),
    };
    journal.begin(4, 7);
    const draft = { t: 1, kind: 'set' as const, scoId: 'one', element: 'cmi.location', value: 'x' };
    expect([journal.append(draft).seq, journal.append(draft).seq]).toEqual([8, 9]);
    expect(journal.pending(4).map(({ seq }) => seq)).toEqual([8, 9]);
    journal.acknowledge(4, 9);
    await journal.settled();
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toEqual(['logged 8,9', 'removed 9']);
  });

  it('keeps what the log did not take', async () => {
    const removed: number[] = [];
    const store: JournalStore = {
      load: () => Promise.resolve([]),
      put: () => Promise.resolve(),
      setAside: () => Promise.resolve(),
      remove: (_epoch, through) => Promise.resolve(void removed.push(through)),
    };
    const journal = await Journal.open(store, { add: () => undefined, remove: () => undefined, entries: () => [] });
    journal.log = { add: () => Promise.reject(new Error('full')) };
    journal.begin(4);
    journal.append({ t: 1, kind: 'term', scoId: 'one' });
    journal.acknowledge(4, 1);
    await journal.settled();
    await new Promise((resolve) => setImmediate(resolve));
    expect(removed).toEqual([]);
  });
});

const origin = 'https://a.content.example';
const ours = (body: string): Response => new Response(body, { headers: { etag: '"1"', 'content-security-policy': "default-src 'self'" } });
const sources = (line: () => Promise<Response>, kept: Record<string, string> = {}): Sources => ({
  kept: (key) => Promise.resolve(kept[key] === undefined ? undefined : new Response(kept[key])),
  line,
});
const gone = (): Promise<Response> => Promise.reject(new Error('no line'));
const ask = (address: string, from: Sources, init: RequestInit = {}): Promise<string | null> => {
  const answer = keptAnswer(new Request(new URL(address, origin), init), origin, from);
  return answer ? answer.then((given) => (given.type === 'error' ? 'error' : given.text())) : Promise.resolve(null);
};

describe('the worker', () => {
  const kept = { '/_p/': 'page', '/_p/assets/a.js': 'script', [fileKey('Media/A b.html')]: 'lesson', [fileKey('x/index.html')]: 'start' };

  it('answers with what is kept, found as the server finds it', async () => {
    for (const [address, expected] of [
      ['/_p/assets/a.js', 'script'],
      ['/c/Media/A%20b.html?x=1', 'lesson'],
      ['/c/media/a%20B.html', 'lesson'],
      ['/c/x/', 'start'],
    ] as const)
      expect([address, await ask(address, sources(gone, kept))]).toEqual([address, expected]);
  });

  it('asks the line for what is not kept, and leaves all else alone', async () => {
    const line = sources(() => Promise.resolve(new Response('line')), kept);
    expect(await ask('/c/other.html', line)).toBe('line');
    for (const [address, init] of [
      ['/_rt/commit', { method: 'POST', body: '{}' }],
      ['/_rt/files', {}],
      ['/sw.js', {}],
      ['/c/Media/A%20b.html', { method: 'POST', body: '' }],
      ['https://elsewhere.example/_p/', {}],
    ] as const)
      expect([address, await ask(address, line, init)]).toEqual([address, null]);
    expect(keyOf('/c/%E0%A4%A')).toBeNull();
  });

  it('takes the player’s page from the line, unless what comes is not the academy’s', async () => {
    expect(
      await ask(
        '/_p/',
        sources(() => Promise.resolve(ours('new page')), kept),
      ),
    ).toBe('new page');
    expect(
      await ask(
        '/_p/',
        sources(() => Promise.resolve(new Response('<h1>Hotel</h1>')), kept),
      ),
    ).toBe('page');
    expect(
      await ask(
        '/_p/',
        sources(() => Promise.resolve(new Response('', { status: 502 })), kept),
      ),
    ).toBe('page');
    expect(await ask('/_p/', sources(gone, kept))).toBe('page');
    expect(await ask('/_p/', sources(gone))).toBe('error');
  });

  it.each([
    ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-2', 206, 'bytes 8-9/10', '89'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=1-2,4-5', 200, null, '0123456789'],
    ['pages=1-2', 200, null, '0123456789'],
    [null, 200, null, '0123456789'],
  ])('gives media in parts: %s', async (header, status, range, text) => {
    const answer = await ranged(new Response('0123456789', { headers: { 'content-type': 'video/mp4' } }), header);
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([status, range, text]);
    expect(answer.headers.get('content-type')).toBe('video/mp4');
  });
});
