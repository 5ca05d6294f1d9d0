import { z } from 'zod';
import { enrollmentStates } from './enrollment.js';
import { EnrollmentId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { LocalText } from './text.js';

/** A course opens to its learner, or closes: their deadline; or a session of it takes place. */
export const CalendarEntryKind = z.enum(['opens', 'closes', 'session']);
/** `uid` never changes for the same happening. `timeZone`: the edition's. */
export const CalendarEntryView = z
  .object({
    uid: z.string(),
    kind: CalendarEntryKind,
    at: Instant,
    /** Of a session. */
    endsAt: Instant.nullable(),
    place: z.string().nullable(),
    unitTitle: LocalText.nullable(),
    timeZone: z.string(),
    enrollmentId: EnrollmentId,
    state: z.enum(enrollmentStates),
    courseTitle: LocalText,
    editionTitle: z.string(),
  })
  .meta({ id: 'CalendarEntry' });
export type CalendarEntryView = z.infer<typeof CalendarEntryView>;
/** A person's own dates in order of time, at most a thousand, on one page. */
export const CalendarList = pageOf(CalendarEntryView);
export const CalendarQuery = PageQuery.extend({ from: Instant.optional(), until: Instant.optional() });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

/** The secret address under which calendar programs read a person's dates; null before one was made. */
export const CalendarFeedView = z
  .object({ url: z.string().nullable(), createdAt: Instant.nullable(), readAt: Instant.nullable() })
  .meta({ id: 'CalendarFeed' });
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;
