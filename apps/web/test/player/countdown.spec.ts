import { describe, expect, it } from '@jest/globals';
import { Countdown } from '../../src/player/countdown.js';

/** A clock that runs when it is told to, and one timer at a time. */
class TestClock {
  time = 0;
  private timers: { at: number; work: () => void }[] = [];

  now = (): number => this.time;
  after = (ms: number, work: () => void): (() => void) => {
    const timer = { at: this.time + ms, work };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((each) => each !== timer));
  };

  run(seconds: number): void {
    const until = this.time + seconds * 1_000;
    for (let due = this.due(until); due; due = this.due(until)) {
      this.time = Math.max(this.time, due.at);
      this.timers = this.timers.filter((each) => each !== due);
      due.work();
    }
    this.time = until;
  }

  /** Time passes and no timer is called in time: the lid was closed. */
  sleep(seconds: number): void {
    this.time += seconds * 1_000;
  }

  private due(until: number) {
    return this.timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  }
}

const counted = (seconds: number, secondsLeft = seconds) => {
  const clock = new TestClock();
  const heard: string[] = [];
  const say = (words: string) => heard.push(`${clock.time / 1_000}: ${words}`);
  const countdown = new Countdown({ seconds, secondsLeft, exit: true, message: true }, clock, {
    nearlyOver: (minutes) => say(`${minutes} min`),
    over: () => say('over'),
  });
  return { clock, heard, countdown };
};

describe('the time for a visit', () => {
  it.each([
    ['half an hour', 1_800, 1_800, ['1500: 5 min', '1800: over']],
    ['ten minutes', 600, 600, ['480: 2 min', '600: over']],
    ['what is left of ten', 600, 180, ['60: 2 min', '180: over']],
    ['a little that is left', 1_800, 20, ['0: 1 min', '20: over']],
    ['nothing left', 600, 0, ['0: over']],
  ])('%s', (_, seconds, left, expected) => {
    const { clock, heard } = counted(seconds, left);
    clock.run(4_000);
    expect(heard).toEqual(expected);
  });

  it('passes while the device sleeps', () => {
    const { clock, heard } = counted(1_800);
    clock.run(10);
    clock.sleep(3_600);
    clock.run(60);
    expect(heard).toEqual(['3610: over']);
  });

  it('is not counted any more once the visit is over', () => {
    const { clock, heard, countdown } = counted(600);
    clock.run(100);
    countdown.stop();
    clock.run(1_000);
    expect(heard).toEqual([]);
  });
});
