/** What is about to happen to an edition: it opens, or closes, within a fortnight. */
export const soons = ['opening', 'closing'] as const;
export type Soon = (typeof soons)[number];

/** Reads what an address, or a choice, says. */
export const soonIn = (value: unknown): Soon | undefined => soons.find((each) => each === value);
