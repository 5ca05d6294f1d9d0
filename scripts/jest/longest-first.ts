interface Test {
  path: string;
}

/** What takes longest begins first, so that at the end no worker waits for a single long story; a new checkout knows no earlier times. */
const size = ({ path }: Test): number => (path.endsWith('.journey.spec.ts') ? 0 : path.endsWith('.http.spec.ts') ? 1 : 2);
/** The tour of the screens draws without a pause for minutes: beside it run the stories that wait for clocks and restarts. */
const turns = [/\/every-screen\./, /\/(history|kill[\w-]*|start)\.journey\./];
const turn = ({ path }: Test): number => {
  const found = turns.findIndex((names) => names.test(path));
  return found < 0 ? turns.length : found;
};

/** The order in which Jest runs test files (`testSequencer`): stories, then houses through their doors, then what is pure. */
export default class LongestFirst {
  sort<T extends Test>(tests: readonly T[]): T[] {
    return [...tests].sort((a, b) => size(a) - size(b) || turn(a) - turn(b) || a.path.localeCompare(b.path));
  }

  allFailedTests<T extends Test>(tests: readonly T[]): T[] {
    return [...tests];
  }

  cacheResults(): void {
    // the order follows from the names alone
  }
}
