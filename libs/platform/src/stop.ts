import type { Logger } from './log.js';

/** Opens something and closes it once on SIGTERM or SIGINT, then ends the process; ends it with 1 when opening fails. */
export const untilStopped = async (log: Logger, openIt: () => Promise<{ close(): Promise<void> }>): Promise<void> => {
  let stopping = false;
  try {
    const opened = await openIt();
    const stop = (signal: string): void => {
      if (stopping) return;
      stopping = true;
      log.info({ signal }, 'closing');
      void opened
        .close()
        .catch((error: unknown) => log.error({ err: error }, 'closing failed'))
        .finally(() => process.exit(0));
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  } catch (error) {
    log.fatal({ err: error }, 'could not open');
    process.exit(1);
  }
};
