/** State outside React that screens follow, by `useSyncExternalStore(it.subscribe, it.snapshot)`. */
export abstract class Observed {
  private readonly listeners = new Set<() => void>();
  private version = 0;

  /** Calls `listener` after every change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A number that grows with every change. */
  readonly snapshot = (): number => this.version;

  protected changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
