import { describe, expect, it } from '@jest/globals';
import type { AnswerResponse } from '@aula/contracts';
import { Outbox, type Known, type Ports } from '../src/features/learning/quiz/outbox.js';

class Down extends Error {}
class Closed extends Error {}

/** A server that keeps the highest sequence, a device that remembers, and a clock that moves when told. */
class World implements Ports {
  kept: string | null = null;
  line: 'up' | 'down' | 'closed' = 'up';
  readonly held = new Map<string, { sequence: number; response: AnswerResponse }>();
  readonly sent: { id: string; sequence: number; response: AnswerResponse }[] = [];
  readonly waits: number[] = [];
  private timers: (() => void)[] = [];
  private gate: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  readonly memory = {
    read: () => this.kept,
    write: (text: string | null) => {
      this.kept = text;
    },
  };
  passing = (reason: unknown): boolean => reason instanceof Down;
  later = (act: () => void, milliseconds: number): (() => void) => {
    this.waits.push(milliseconds);
    this.timers.push(act);
    return () => {
      this.timers = this.timers.filter((each) => each !== act);
    };
  };
  send = async (id: string, sequence: number, response: AnswerResponse): Promise<number> => {
    this.sent.push({ id, sequence, response });
    await this.gate;
    if (this.line === 'down') throw new Down();
    if (this.line === 'closed') throw new Closed();
    const before = this.held.get(id);
    if (!before || sequence > before.sequence) this.held.set(id, { sequence, response });
    return this.held.get(id)!.sequence;
  };

  hold(): void {
    this.gate = new Promise((resolve) => {
      this.release = resolve;
    });
  }
  async letGo(): Promise<void> {
    this.release();
    await settle();
  }
  async ring(): Promise<void> {
    const [first, ...rest] = this.timers;
    this.timers = rest;
    first?.();
    await settle();
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const fresh: Known[] = [
  { id: 'a', response: null, sequence: 0 },
  { id: 'b', response: 2, sequence: 3 },
];
const keptOn = (world: World): unknown => (world.kept === null ? null : JSON.parse(world.kept));

describe('the outbox of answers', () => {
  it('says saved only when the server has acknowledged', async () => {
    const world = new World();
    const outbox = new Outbox(fresh, world);
    expect(outbox.overall()).toBe('saved');
    world.hold();
    outbox.answer('a', 1);
    expect(outbox.overall()).toBe('saving');
    await world.letGo();
    expect(outbox.overall()).toBe('saved');
    expect(world.held.get('a')).toEqual({ sequence: 1, response: 1 });
  });

  it('writes an answer to the device before it is sent and forgets it when it is saved', async () => {
    const world = new World();
    const outbox = new Outbox(fresh, world);
    world.hold();
    outbox.answer('b', 0);
    expect(keptOn(world)).toEqual([{ id: 'b', response: 0, sequence: 4 }]);
    await world.letGo();
    expect(world.kept).toBeNull();
  });

  it('sends only the newest answer after the one on its way', async () => {
    const world = new World();
    const outbox = new Outbox(fresh, world);
    world.hold();
    for (const response of [0, 1, 2, 3]) outbox.answer('a', response);
    await world.letGo();
    expect(world.sent.map(({ response }) => response)).toEqual([0, 3]);
    expect(world.held.get('a')).toEqual({ sequence: 4, response: 3 });
    expect(outbox.overall()).toBe('saved');
  });

  it('keeps answers while the line is down and tries again with growing pauses', async () => {
    const world = new World();
    world.line = 'down';
    const outbox = new Outbox(fresh, world);
    outbox.answer('a', 1);
    await settle();
    expect(outbox.state('a')).toBe('waiting');
    outbox.answer('b', 1);
    await settle();
    for (let time = 0; time < 6; time += 1) await world.ring();
    expect(world.waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000]);
    world.line = 'up';
    await world.ring();
    expect(outbox.overall()).toBe('saved');
    expect([world.held.get('a')?.response, world.held.get('b')?.response]).toEqual([1, 1]);
  });

  it('does not flicker between trying and waiting', async () => {
    const world = new World();
    world.line = 'down';
    const outbox = new Outbox(fresh, world);
    outbox.answer('a', 1);
    await settle();
    const seen = new Set<string>();
    outbox.subscribe(() => seen.add(outbox.overall()));
    await world.ring();
    await world.ring();
    expect([...seen]).toEqual(['waiting']);
  });

  it('sends at once when the line is back', async () => {
    const world = new World();
    world.line = 'down';
    const outbox = new Outbox(fresh, world);
    outbox.answer('a', true);
    await settle();
    world.line = 'up';
    outbox.retry();
    await settle();
    expect(outbox.overall()).toBe('saved');
  });

  it('takes up after a reload what was not saved', async () => {
    const world = new World();
    world.line = 'down';
    new Outbox(fresh, world).answer('a', 'habeas corpus');
    await settle();
    world.line = 'up';
    const outbox = new Outbox(fresh, world);
    expect(outbox.response('a')).toBe('habeas corpus');
    await settle();
    expect(world.held.get('a')).toEqual({ sequence: 1, response: 'habeas corpus' });
    expect(world.kept).toBeNull();
  });

  it('leaves an answer alone that was given later on another device', async () => {
    const world = new World();
    world.kept = JSON.stringify([{ id: 'b', response: 0, sequence: 2 }]);
    const outbox = new Outbox(fresh, world);
    await settle();
    expect(outbox.response('b')).toBe(2);
    expect(world.sent).toEqual([]);
  });

  it('sends nothing when only the acknowledgement was lost', async () => {
    const world = new World();
    world.kept = JSON.stringify([{ id: 'b', response: 2, sequence: 3 }]);
    new Outbox(fresh, world);
    await settle();
    expect(world.sent).toEqual([]);
  });

  it('goes above the sequence that another window has reached', async () => {
    const world = new World();
    world.held.set('a', { sequence: 9, response: 0 });
    const outbox = new Outbox(fresh, world);
    outbox.answer('a', 3);
    await settle();
    expect(world.held.get('a')).toEqual({ sequence: 10, response: 3 });
    expect(outbox.overall()).toBe('saved');
  });

  it('tells when the server refuses, and keeps the answer on the device', async () => {
    const world = new World();
    world.line = 'closed';
    const outbox = new Outbox(fresh, world);
    outbox.answer('a', 1);
    await settle();
    expect(outbox.overall()).toBe('refused');
    expect(outbox.refusal()).toBeInstanceOf(Closed);
    expect(world.waits).toEqual([]);
    expect(keptOn(world)).toEqual([{ id: 'a', response: 1, sequence: 1 }]);
  });

  it('survives half a write on the device', () => {
    const world = new World();
    world.kept = '[{"id":"a","resp';
    expect(new Outbox(fresh, world).overall()).toBe('saved');
  });

  it('tells its listeners of every change', async () => {
    const world = new World();
    const outbox = new Outbox(fresh, world);
    const seen: string[] = [];
    const leave = outbox.subscribe(() => seen.push(outbox.state('a')));
    outbox.answer('a', 1);
    await settle();
    leave();
    outbox.answer('a', 2);
    expect(seen.at(0)).toBe('saving');
    expect(seen.at(-1)).toBe('saved');
  });
});
