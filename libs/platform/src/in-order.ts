import { setImmediate as turn } from 'node:timers/promises';

/** Does `body` for each item, one after the other, and returns the results in order. For few items: a cohort is one statement. */
export const inOrder = async <T, R>(items: Iterable<T>, body: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for await (const result of resultsOf(items, body)) results.push(result);
  return results;
};

/** The results of `body` for each item, one after the other, as they are asked for. */
export async function* resultsOf<T, R>(items: Iterable<T>, body: (item: T) => Promise<R>): AsyncGenerator<R> {
  for (const item of items) yield body(item);
}

/** Repeats `step` until it answers false. */
export const repeat = async (step: () => Promise<boolean>): Promise<void> => {
  const steps = (async function* () {
    for (;;) yield step();
  })();
  for await (const again of steps) if (!again) return;
};

/** Milliseconds for which a process may be busy with one thing before others have their turn. */
const busyAtMost = 10;

/** The steps of a long computation, between which requests, heartbeats and other work of the process have their turn. */
export async function* unhurried<T>(steps: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void> {
  let since = performance.now();
  for await (const step of steps) {
    yield step;
    if (performance.now() - since < busyAtMost) continue;
    await turn();
    since = performance.now();
  }
}
