import { z } from 'zod';

/** What every list route accepts: `cursor` is the opaque `next` of the page before; `limit` is 1 to 200, 50 when absent. */
export const PageQuery = z.object({
  cursor: z.string().max(4_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of a list: `next` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });
export interface Page<T> {
  items: T[];
  next: string | null;
}

/** An instant, RFC 3339 with offset, of the years 1900 to 2999: what every database, calendar and zone understands. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((value) => !/^(?!19|2\d)\d{4}-|[+-](1[5-9]|2\d):\d\d$/.test(value), { message: 'years 1900 to 2999, offset up to 14 hours' });
