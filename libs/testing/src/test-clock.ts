import { Clock } from '@aula/platform';

/** A clock that a test may set; runs on with the real one otherwise. */
export class TestClock extends Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** From now on it is this time. */
  set(at: Date | string): void {
    this.offset = new Date(at).getTime() - Date.now();
  }
}
