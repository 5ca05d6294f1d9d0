/** Why a launcher ends: a person asked for it. Any other reason is a failure. */
const asked = new Error('stopped');

/**
 * Life of a launcher: what it started and why it ends. Signals end it; so does `end.abort(error)` when a part dies.
 * Parts are stopped in the reverse order of their start.
 */
export class Lifeline {
  readonly end = new AbortController();
  private readonly parts: { name: string; stop: () => Promise<void> }[] = [];
  private readonly started = performance.now();

  constructor() {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => this.end.abort(asked));
  }

  /** Prints a line of progress with the seconds since the start. */
  readonly say = (line: string): void => console.log(`${((performance.now() - this.started) / 1000).toFixed(1).padStart(6)} s  ${line}`);

  /** Remembers a part that runs. Throws when the end has come meanwhile; the part is stopped with the others. */
  add(name: string, stop: () => Promise<void>): void {
    this.parts.push({ name, stop });
    this.end.signal.throwIfAborted();
  }

  /** Ends everything because a part died. */
  readonly fail = (words: string): void => this.end.abort(new Error(words));

  /** Runs `work`, waits for the end, stops all parts and leaves the process: 0 when a person asked for it, 1 otherwise. */
  async live(work: () => Promise<void>): Promise<never> {
    const reason = await this.untilTheEnd(work);
    if (reason === asked) this.say('stopping');
    else console.error(reason.message);
    this.end.abort(reason);
    for (const { name, stop } of this.parts.reverse()) {
      await stop().catch((error: Error) => console.error(`${name}: ${error.message}`));
    }
    process.exit(reason === asked ? 0 : 1);
  }

  private async untilTheEnd(work: () => Promise<void>): Promise<Error> {
    const { signal } = this.end;
    try {
      await work();
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      return signal.reason as Error;
    } catch (error) {
      return (signal.aborted ? signal.reason : error) as Error;
    }
  }
}
