import { describe, expect, it } from '@jest/globals';
import { RollBox, type Ports } from '../src/features/attendance/roll-box.js';

class Down extends Error {}

/** A server that keeps who is present, a device that remembers, and a clock that moves when told. */
class World implements Ports {
  kept: string | null = null;
  line: 'up' | 'down' | 'closed' = 'up';
  readonly present = new Set<string>();
  readonly sent: [ids: string[], attended: boolean][] = [];
  timers: (() => void)[] = [];
  readonly waits: number[] = [];

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
  send = async (ids: string[], attended: boolean): Promise<void> => {
    this.sent.push([ids, attended]);
    await Promise.resolve();
    if (this.line !== 'up') throw this.line === 'down' ? new Down() : new Error('closed');
    for (const id of ids)
      if (attended) this.present.add(id);
      else this.present.delete(id);
  };
  async ring(): Promise<void> {
    const [first, ...rest] = this.timers;
    this.timers = rest;
    first?.();
    await settle();
  }
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
const absent = (...ids: string[]) => ids.map((id) => ({ id, present: false }));

describe('the marks of a session', () => {
  it('are shown at once, said to be saved only by the server, and forgotten here then', async () => {
    const world = new World();
    const box = new RollBox(world);
    box.mark(absent('a', 'b'), true);
    expect([box.present('a', false), box.unsaved('a'), box.state(), box.waiting()]).toEqual([true, true, 'saving', 2]);
    expect(world.kept).not.toBeNull();
    await settle();
    expect([box.unsaved('a'), box.state(), world.kept]).toEqual([false, 'saved', null]);
    expect([...world.present]).toEqual(['a', 'b']);
  });

  it('wait while the line is down, over a reload too, and only the newest of each is sent', async () => {
    const world = new World();
    world.line = 'down';
    const box = new RollBox(world);
    box.mark(absent('a', 'b'), true);
    await settle();
    expect([box.state(), world.waits]).toEqual(['waiting', [1_000]]);
    box.mark([{ id: 'a', present: true }], false);
    await world.ring();
    expect([box.state(), world.waits]).toEqual(['waiting', [1_000, 2_000]]);
    box.close();
    world.line = 'up';
    const again = new RollBox(world);
    expect([again.present('a', false), again.present('b', false), again.waiting()]).toEqual([false, true, 2]);
    await settle();
    expect([again.state(), [...world.present], world.kept]).toEqual(['saved', ['b'], null]);
  });

  it('are taken back step by step', async () => {
    const world = new World();
    const box = new RollBox(world);
    box.mark(absent('a'), true);
    await settle();
    box.mark([...absent('b', 'c'), { id: 'a', present: true }], true);
    await settle();
    expect(world.present.size).toBe(3);
    box.undo();
    await settle();
    expect([...world.present]).toEqual(['a']);
    box.undo();
    await settle();
    expect([[...world.present], box.undoable]).toEqual([[], false]);
  });

  it('stay on the device when the server refuses, until the person decides', async () => {
    const world = new World();
    world.line = 'closed';
    const box = new RollBox(world);
    box.mark(absent('a'), true);
    await settle();
    expect([box.state(), box.waiting(), world.kept === null, world.timers]).toEqual(['refused', 1, false, []]);
    expect(box.refusal()).toEqual(new Error('closed'));
    world.line = 'up';
    box.retry();
    await settle();
    expect([box.state(), [...world.present]]).toEqual(['saved', ['a']]);
    world.line = 'closed';
    box.mark(absent('b'), true);
    await settle();
    box.drop();
    expect([box.state(), box.present('b', false), box.undoable, world.kept]).toEqual(['saved', false, false, null]);
  });

  it('go one request at a time; what changes under way is sent after it', async () => {
    const world = new World();
    const box = new RollBox(world);
    box.mark(absent('a'), true);
    box.mark([{ id: 'a', present: true }], false);
    box.mark(absent('b'), true);
    await settle();
    await settle();
    expect(world.sent).toEqual([
      [['a'], true],
      [['a'], false],
      [['b'], true],
    ]);
    expect([...world.present]).toEqual(['b']);
  });
});
