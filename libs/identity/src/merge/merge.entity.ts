import type { MergeableField } from '@aula/contracts';

export type Values = Partial<Record<MergeableField, string | number | null>>;
/** What each of the two accounts gets. */
export interface Exchange {
  forKept: Values;
  forMerged: Values;
}

export const valuesOf = (person: Readonly<Values>, fields: readonly MergeableField[]): Values =>
  Object.fromEntries(fields.map((field) => [field, person[field] ?? null]));

/** What is taken changes places, so that no address and no id is lost. */
export const exchange = (kept: Readonly<Values>, merged: Readonly<Values>, taken: readonly MergeableField[]): Exchange => ({
  forKept: valuesOf(merged, taken),
  forMerged: valuesOf(kept, taken),
});

/** Each gets back what it gave; what the account that stayed has been given anew since, it keeps. */
export const putBack = (
  kept: Readonly<Values>,
  { taken, keptBefore, mergedBefore }: { taken: readonly MergeableField[]; keptBefore: Values; mergedBefore: Values },
): Exchange => ({
  forKept: valuesOf(
    keptBefore,
    taken.filter((field) => (kept[field] ?? null) === (mergedBefore[field] ?? null)),
  ),
  forMerged: valuesOf(mergedBefore, taken),
});

/** True when one gives the other something that only one person may have. */
export const givesUnique = ({ forKept, forMerged }: Exchange): boolean =>
  (['email', 'externalId'] as const).some((field) => field in forKept || field in forMerged);
