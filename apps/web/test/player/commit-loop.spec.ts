import { describe, expect, it } from '@jest/globals';
import type { RuntimeCommit } from '@aula/contracts';
import { CommitLoop, matters, type Surroundings } from '../../src/player/commit-loop.js';
import { Journal } from '../../src/player/journal.js';
import { Presence } from '../../src/player/presence.js';
import type { Outcome } from '../../src/player/protocol.js';

/** Time that moves only when told. */
class Time implements Surroundings {
  now = 0;
  private timers: { at: number; work: () => void }[] = [];
  private nonces = 0;
  after(ms: number, work: () => void): () => void {
    const timer = { at: this.now + ms, work };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((each) => each !== timer));
  }
  chance = (): number => 0;
  nonce = (): string => `nonce-${++this.nonces}`;
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const due = this.timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.timers = this.timers.filter((each) => each !== due);
      this.now = Math.max(this.now, due.at);
      due.work();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.now = until;
  }
}

const set = (element: string, value = '1') => ({ t: 1, kind: 'set' as const, scoId: 'a', element, value, result: 'true', errorCode: 0 });

const scene = async (answer: (commit: RuntimeCommit, leaving: boolean) => Outcome | Promise<Outcome>) => {
  const done = () => Promise.resolve();
  const none = { load: () => Promise.resolve([]), put: done, remove: done, setAside: done };
  const journal = await Journal.open(none, { add: () => undefined, remove: () => undefined, entries: () => [] });
  journal.begin(7);
  const time = new Time();
  const sent: { at: number; seqs: number[]; leaving: boolean }[] = [];
  const send = async (commit: RuntimeCommit, leaving: boolean): Promise<Outcome> => {
    sent.push({ at: time.now, seqs: commit.records.map((record) => record.seq), leaving });
    expect(commit.epoch).toBe(7);
    return answer(commit, leaving);
  };
  const loop = new CommitLoop(journal, 7, send, time);
  const note = (element: string, value?: string): void => loop.noticed(journal.append(set(element, value)));
  return { journal, time, sent, loop, note };
};

const accept = (commit: RuntimeCommit): Outcome => ({ kind: 'acknowledged', through: commit.records.at(-1)?.seq ?? 0 });

describe('the commit loop', () => {
  it('gathers ordinary records for a second and a half, and sends one batch', async () => {
    const { time, sent, note, journal } = await scene(accept);
    note('cmi.location');
    note('cmi.suspend_data');
    await time.pass(1_000);
    expect(sent).toEqual([]);
    await time.pass(1_000);
    expect(sent).toEqual([{ at: 1_500, seqs: [1, 2], leaving: false }]);
    expect(journal.waiting().count).toBe(0);
  });

  it('sends a status, a score, an answer and much data at once', async () => {
    const { time, sent, note } = await scene(accept);
    note('cmi.location');
    note('cmi.core.lesson_status', 'passed');
    await time.pass(200);
    expect(sent).toEqual([{ at: 100, seqs: [1, 2], leaving: false }]);
    note('cmi.suspend_data', 'x'.repeat(40_000));
    await time.pass(200);
    expect(sent).toHaveLength(2);
  });

  it('keeps what failed, backs off, and tries at once when kicked', async () => {
    let up = false;
    const { time, sent, note, journal, loop } = await scene((commit) => (up ? accept(commit) : { kind: 'failed' }));
    note('cmi.location');
    await time.pass(10_000);
    expect(sent.map(({ at }) => at)).toEqual([1_500, 2_000, 3_000, 5_000, 9_000]);
    expect(journal.waiting().count).toBe(1);
    expect(loop.state.failures).toBe(5);
    up = true;
    loop.kick();
    await time.pass(0);
    expect(journal.waiting().count).toBe(0);
    expect(loop.state.failures).toBe(0);
  });

  it('waits as long as a busy server asks', async () => {
    const { time, sent, note } = await scene(() => ({ kind: 'failed', retryAfter: 5_000 }));
    note('cmi.location');
    await time.pass(6_000);
    expect(sent).toHaveLength(1);
    await time.pass(600);
    expect(sent).toHaveLength(2);
  });

  it('resends from where the server expects, and deletes nothing before the acknowledgement', async () => {
    let told = false;
    const { time, sent, note, journal } = await scene((commit) => {
      if (told) return accept(commit);
      told = true;
      return { kind: 'gap', expect: 2 };
    });
    for (const element of ['a', 'b', 'c']) note(element);
    await time.pass(1_500);
    expect(journal.waiting().count === 3 || journal.waiting().count === 0).toBe(true);
    await time.pass(2_000);
    expect(sent.map(({ seqs }) => seqs)).toEqual([[1, 2, 3], [2, 3]]); // prettier-ignore
    expect(journal.waiting().count).toBe(0);
  });

  it('ends when the server expects what this device no longer has', async () => {
    const { time, note, loop, journal } = await scene((commit) =>
      commit.records[0]?.seq === 1 ? { kind: 'acknowledged', through: 1 } : { kind: 'gap', expect: 1 },
    );
    note('a');
    await time.pass(2_000);
    note('b');
    await time.pass(5_000);
    expect(loop.state.ended).toBe('gap');
    expect(journal.waiting().count).toBe(1);
  });

  it('goes on handing over after a take-over, until everything is set aside', async () => {
    const { time, note, loop, journal } = await scene((commit) => ({ kind: 'quarantined', through: commit.records.at(-1)?.seq ?? 0 }));
    note('a');
    await time.pass(2_000);
    expect(loop.state.ended).toBe('taken-over');
    note('b');
    await time.pass(2_000);
    expect(journal.waiting().count).toBe(0);
  });

  it('goes on handing over after a withdrawal, where that is kept aside', async () => {
    const code = 'content.enrollment-withdrawn';
    const { time, note, loop, journal } = await scene((commit) => ({ kind: 'refused', code, through: commit.records.at(-1)?.seq ?? 0 }));
    for (let n = 0; n < 450; n++) note(String(n));
    await time.pass(5_000);
    expect(loop.state.ended).toBe('withdrawn');
    expect(journal.waiting().count).toBe(0);
  });

  it.each([
    ['content.token-refused', 'refused'],
    ['content.enrollment-withdrawn', 'withdrawn'],
  ])('stops at a refusal (%s) and keeps the records', async (code, ended) => {
    const { time, sent, note, loop, journal } = await scene(() => ({ kind: 'refused', code }));
    note('a');
    await time.pass(60_000);
    expect(sent).toHaveLength(1);
    expect(loop.state.ended).toBe(ended);
    expect(journal.waiting().count).toBe(1);
  });

  it('halves a batch that is too large', async () => {
    const { time, sent, note, journal } = await scene((commit) => (commit.records.length > 1 ? { kind: 'too-large' } : accept(commit)));
    note('cmi.suspend_data', 'x'.repeat(30_000));
    note('cmi.suspend_data', 'y'.repeat(30_000));
    await time.pass(10_000);
    expect(sent[0]?.seqs).toEqual([1, 2]);
    expect(journal.waiting().count).toBe(0);
  });

  it.each<[string, Outcome]>([
    ['too large', { kind: 'too-large' }],
    ['unreadable', { kind: 'unreadable' }],
  ])('sets one record aside that alone is %s, and sends what follows', async (_, refusal) => {
    const took: (string | undefined)[] = [];
    const { time, note, journal, loop } = await scene((commit) => {
      if (commit.records.some(({ value }) => value?.startsWith('bad') && value.length > 200)) return refusal;
      took.push(...commit.records.map(({ element }) => element));
      return accept(commit);
    });
    note('a');
    note('b', 'bad'.repeat(30_000));
    for (const element of ['c', 'd', 'e']) note(element);
    await time.pass(3_000);
    expect(took).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([journal.waiting().count, journal.aside, loop.state.failures]).toEqual([0, 1, 0]);
  });

  it('backs off where not even what stands in for a record is taken', async () => {
    const { time, sent, note, journal, loop } = await scene(() => ({ kind: 'unreadable' }));
    note('a');
    await time.pass(10_000);
    expect(loop.state.failures).toBeGreaterThan(2);
    expect(sent.length).toBeLessThan(10);
    expect([journal.waiting().count, journal.aside]).toEqual([1, 1]);
  });

  it('takes no word of a proxy for it that little is too much', async () => {
    const { time, note, journal, loop } = await scene(() => ({ kind: 'too-large' }));
    note('a');
    await time.pass(10_000);
    expect([loop.state.failures > 2, journal.waiting().count, journal.aside]).toEqual([true, 1, 0]);
  });

  it('ends where the server knows nothing of the lease', async () => {
    const { time, sent, note, loop, journal } = await scene(() => ({ kind: 'unknown-lease' }));
    note('a');
    await time.pass(60_000);
    expect([loop.state.ended, sent.length, journal.waiting().count]).toEqual(['gap', 1, 1]);
  });

  it('hands over below 60 KB with the page leaving, repeats only where there is room, and marks nothing as sent', async () => {
    const never = new Promise<Outcome>(() => undefined);
    const { sent, note, loop, journal } = await scene(() => never);
    for (let n = 0; n < 5; n++) note('cmi.suspend_data', String(n).repeat(20_000));
    loop.leave();
    expect(sent).toEqual([{ at: 0, seqs: [1, 2], leaving: true }]);
    loop.leave();
    expect(sent).toHaveLength(1);
    expect(journal.waiting().count).toBe(5);
  });

  it('repeats a small tail whole, so that order on the wire does not matter', async () => {
    const never = new Promise<Outcome>(() => undefined);
    const { sent, note, loop } = await scene(() => never);
    note('a');
    loop.leave();
    note('b');
    loop.leave();
    loop.leave();
    expect(sent.map(({ seqs }) => seqs)).toEqual([[1], [1, 2]]);
  });

  it('drains to the end, or says that time is up', async () => {
    let up = false;
    const { time, note, loop } = await scene((commit) => (up ? accept(commit) : { kind: 'failed' }));
    note('a');
    const first = loop.drained(3_000);
    await time.pass(3_000);
    expect(await first).toBe(false);
    up = true;
    const second = loop.drained(3_000);
    await time.pass(0);
    expect(await second).toBe(true);
  });
});

describe('presence', () => {
  const there = async (answer: () => Outcome) => {
    const it = await scene(accept);
    const said: number[] = [];
    const page = { seen: true };
    const say = (): Promise<Outcome> => {
      said.push(it.time.now / 1_000);
      return Promise.resolve(answer());
    };
    return { ...it, said, page, presence: new Presence(7, it.loop, say, () => page.seen, it.time) };
  };

  it('is said every 50 seconds while the page is seen, and at once when it is shown again', async () => {
    const { time, said, page, presence } = await there(() => ({ kind: 'failed' }));
    await time.pass(110_000);
    page.seen = false;
    await time.pass(100_000);
    expect(said).toEqual([50, 100]);
    page.seen = true;
    presence.shown();
    await time.pass(60_000);
    expect(said).toEqual([50, 100, 210, 260]);
  });

  it.each<[string, Outcome, string | null]>([
    ['the course went on elsewhere', { kind: 'quarantined', through: 0 }, 'taken-over'],
    ['the enrollment was withdrawn', { kind: 'refused', code: 'content.enrollment-withdrawn' }, 'withdrawn'],
    ['an academy of an earlier release', { kind: 'refused', code: 'not-found' }, null],
  ])('hears: %s', async (_, answer, ended) => {
    const { time, said, loop, note, journal } = await there(() => answer);
    await time.pass(50_000);
    expect(loop.state.ended).toBe(ended);
    note('a');
    await time.pass(100_000);
    expect(said).toHaveLength(ended === null ? 3 : 1);
    expect(journal.waiting().count).toBe(ended === 'withdrawn' ? 1 : 0);
  });
});

describe('what is sent at once', () => {
  it.each([
    ['cmi.core.lesson_status', true],
    ['cmi.completion_status', true],
    ['cmi.core.score.raw', true],
    ['cmi.score.scaled', true],
    ['cmi.core.exit', true],
    ['cmi.interactions.3.result', true],
    ['cmi.interactions.3.student_response', false],
    ['cmi.core.lesson_location', false],
    ['cmi.suspend_data', false],
  ])('%s: %s', (element, expected) => {
    expect(matters({ seq: 1, ...set(element) })).toBe(expected);
  });
});
