/** What may be chosen in the catalogue, in the order in which it is shown; each stands in the address. */
export const choices = ['language', 'length', 'mode', 'when', 'kind', 'institution'] as const;
export type Choice = (typeof choices)[number];

/** What is chosen: words and the value of each choice. */
export type Chosen = Partial<Record<Choice | 'q', string | undefined>>;
