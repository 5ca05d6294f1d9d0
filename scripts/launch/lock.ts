import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the data folder for this process until it ends, however it ends; returns the release. Throws when another start has it.
 *
 * The lock is one of SQLite, therefore of the kernel: unlike a file with a pid in it, it cannot outlive its process, be
 * mistaken for another one's in a container, or be taken by two at the same moment.
 */
export function lockFolder(dataRoot: string): () => void {
  const lock = new DatabaseSync(join(dataRoot, 'start.lock'));
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (!/locked/.test((error as Error).message)) throw error;
    throw new Error(`${dataRoot} is in use: Aula runs on this data folder already. Stop it first, or set AULA_DATA to another folder.`);
  }
  return () => lock.close();
}

/** Throws when the port is taken. A courtesy before the long work: what counts is the bind of the academy itself. */
export function refuseBusyPort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use by another program. Stop it, or set PORT to another number.`)
          : error,
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
