import type { TimeLimit } from '@aula/scorm';

/** A learner is warned so many seconds before the time is up, and not before four fifths of it have passed. */
const warning = 300;
/** The clock is read at least so often: a device that slept has let time pass without a timer. */
const longestNap = 30_000;

interface Clock {
  /** Milliseconds. */
  now: () => number;
  /** Returns what calls it off. */
  after: (ms: number, work: () => void) => () => void;
}

interface CountdownEvents {
  /** Once, with the minutes left, rounded up. */
  nearlyOver(minutes: number): void;
  /** Once. */
  over(): void;
}

/** Counts down the time that is left for one visit. */
export class Countdown {
  private readonly end: number;
  private warned = false;
  private callOff: () => void = () => undefined;

  constructor(
    private readonly limit: TimeLimit,
    private readonly clock: Clock,
    private readonly events: CountdownEvents,
  ) {
    this.end = clock.now() + limit.secondsLeft * 1_000;
    this.look();
  }

  stop(): void {
    this.callOff();
  }

  private look(): void {
    const left = this.end - this.clock.now();
    if (left <= 0) return this.events.over();
    const early = Math.min(warning, this.limit.seconds / 5) * 1_000;
    if (left <= early && !this.warned) {
      this.warned = true;
      this.events.nearlyOver(Math.ceil(left / 60_000));
    }
    this.callOff = this.clock.after(Math.min(longestNap, this.warned ? left : left - early), () => this.look());
  }
}
