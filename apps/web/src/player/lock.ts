/** Holds the attempt for this tab. */
export interface Hold {
  held: boolean;
}

/**
 * Takes the attempt among the tabs of this browser: at once, or with `steal` from the tab that has it, which hears `onLost`. A browser
 * without Web Locks (an insecure origin) holds nothing; the server's lease then decides alone.
 */
export const hold = (locks: LockManager | undefined, name: string, steal: boolean, onLost: () => void): Promise<Hold> => {
  if (!locks) return Promise.resolve({ held: true });
  return new Promise((resolve) => {
    const kept = locks.request(name, steal ? { steal: true } : { ifAvailable: true }, (lock) => {
      if (!lock) return resolve({ held: false });
      resolve({ held: true });
      return new Promise<void>(() => undefined); // kept until the tab goes or another takes it
    });
    kept.catch(onLost);
  });
};
