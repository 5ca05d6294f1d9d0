import { useSyncExternalStore } from 'react';
import { Observed } from './observed.js';

/** Milliseconds before the next look while there is no line; the last one for every further. */
const pauses = [2_000, 5_000, 10_000, 20_000];
/** The smallest answer of the academy; any answer at all means that there is a line. */
const nearest = '/health/live';

/**
 * Whether the academy can be reached. What the device says about its network is a hint only: a phone in a tunnel often believes that it
 * is connected. So a request without an answer is followed by a small one, and only when that one stays without an answer too the line
 * is down; from then on it is looked for again and again.
 */
class Line extends Observed {
  private reached = true;
  private looking = false;
  private tries = 0;
  private next: ReturnType<typeof setTimeout> | undefined;

  get up(): boolean {
    return this.reached;
  }

  /** Follows the device's own word from now on. */
  follow(): void {
    addEventListener('online', () => {
      this.tries = 0;
      void this.look();
    });
    addEventListener('offline', () => {
      this.tell(false);
    });
    if (!navigator.onLine) this.tell(false);
  }

  /** The academy answered, whatever it said. */
  answered(): void {
    if (!this.reached) this.tell(true);
  }

  /** A request stayed without an answer. */
  silent(): void {
    if (this.reached) void this.look();
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    clearTimeout(this.next);
    const reached = await fetch(nearest, { method: 'HEAD', cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    this.looking = false;
    this.tell(reached);
  }

  private tell(reached: boolean): void {
    clearTimeout(this.next);
    if (reached) this.tries = 0;
    else this.next = setTimeout(() => void this.look(), pauses[Math.min(this.tries++, pauses.length - 1)]);
    if (reached === this.reached) return;
    this.reached = reached;
    this.changed();
  }
}

export const line = new Line();

/** False while the academy cannot be reached. */
export const useLine = (): boolean => useSyncExternalStore(line.subscribe, () => line.up);
