interface Test {
  path: string;
}

/** What takes longest begins first, so that at the end no worker waits for a single long story; a new checkout knows no earlier times. */
const size = ({ path }: Test): number => (path.endsWith('.journey.spec.ts') ? 0 : path.endsWith('.http.spec.ts') ? 1 : 2);
const screens = ({ path }: Test): number => (path.includes('/every-screen.') ? 0 : 1);

/** The order in which Jest runs test files (`testSequencer`): stories, then houses through their doors, then what is pure. */
export default class LongestFirst {
  sort<T extends Test>(tests: readonly T[]): T[] {
    return [...tests].sort((a, b) => size(a) - size(b) || screens(a) - screens(b) || a.path.localeCompare(b.path));
  }

  allFailedTests<T extends Test>(tests: readonly T[]): T[] {
    return [...tests];
  }

  cacheResults(): void {
    // the order follows from the names alone
  }
}
