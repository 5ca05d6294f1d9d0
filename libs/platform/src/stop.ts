import type { Logger } from './log.js';

/** ms that closing may take; less than any supervisor waits before it kills. What was in hand is then taken up by others. */
const closeMs = 10_000;

/**
 * Opens something and closes it once on SIGTERM or SIGINT, then ends the process; ends it with 1 when opening or closing fails, or when
 * closing hangs for longer than `limitMs`.
 */
export const untilStopped = async (log: Logger, openIt: () => Promise<{ close(): Promise<void> }>, limitMs = closeMs): Promise<void> => {
  const giveUp = (reason: string, fields: object): void => {
    log.fatal(fields, reason);
    process.exit(1);
  };
  let stopping = false;
  try {
    const opened = await openIt();
    const stop = (signal: string): void => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'closing');
      setTimeout(() => giveUp('closing hangs; ending with what is in hand', { limitMs }), limitMs);
      opened.close().then(
        () => process.exit(0),
        (error: unknown) => giveUp('closing failed', { err: error }),
      );
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  } catch (error) {
    giveUp('could not open', { err: error });
  }
};
