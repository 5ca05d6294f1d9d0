import type { QuizResults } from '@aula/contracts';

const leastForFacility = 5;
const leastForDiscrimination = 20;
/** Bars of the distribution. */
export const bars = 10;
/** So many of the newest graded attempts are looked into question by question: enough for any index, and soon done. */
export const lookedInto = 5_000;

/** Indices where enough people have answered for them to mean anything. */
export const indicesOf = (asked: number, share: number | null, correlation: number | null) => ({
  facility: asked < leastForFacility ? null : share,
  discrimination: asked < leastForDiscrimination ? null : correlation,
});

/** All bars, also those where nobody is. */
export const distributionOf = (counts: readonly { bar: number; people: number }[]): QuizResults['distribution'] =>
  Array.from({ length: bars }, (_, bar) => ({
    from: bar / bars,
    to: (bar + 1) / bars,
    people: counts.find((each) => each.bar === bar)?.people ?? 0,
  }));
