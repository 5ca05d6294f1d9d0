import { z } from 'zod';
import { ReminderId } from './ids.js';
import { Instant, pageOf } from './page.js';
import { RosterFilter } from './roster.js';
import { Language, words } from './text.js';

/** A learner is not reminded of one edition twice within so many days. */
export const reminderPauseDays = 3;
/** `note`: some words of the sender's own, in each language that they write. */
const note = words(600).trim().min(1).optional();
const Note = z.object({ es: note, pt: note, en: note, fr: note }).strict();
export const ReminderCreate = z
  .object({ filter: RosterFilter.strict(), note: Note.default({}) })
  .strict()
  .meta({ id: 'ReminderCreate' });
export type ReminderCreate = z.infer<typeof ReminderCreate>;
/** What a reminder starts with, by the academy's settings: those who are due soon where the edition closes soon, else those at rest. */
export const ReminderDefaults = z
  .object({ filter: RosterFilter, beforeCloseDays: z.array(z.number().int()), idleDays: z.number().int() })
  .meta({ id: 'ReminderDefaults' });
export type ReminderDefaults = z.infer<typeof ReminderDefaults>;
const reminderSkips = ['completed', 'left', 'person-inactive', 'reminded-lately'] as const;
const skipped = z.array(z.object({ code: z.enum(reminderSkips), count: z.number().int() }));

/** Who would get a letter, who would not and why, and what it says to the first person of each language. */
export const ReminderPreview = z
  .object({
    count: z.number().int(),
    skipped,
    samples: z.array(z.object({ language: Language, count: z.number().int(), subject: z.string(), text: z.string() })),
  })
  .meta({ id: 'ReminderPreview' });
export type ReminderPreview = z.infer<typeof ReminderPreview>;
export const ReminderStarted = z.object({ id: ReminderId }).meta({ id: 'ReminderStarted' });
export type ReminderStarted = z.infer<typeof ReminderStarted>;
export const ReminderView = z
  .object({
    id: ReminderId,
    filter: RosterFilter,
    note: Note,
    state: z.enum(['queued', 'running', 'done', 'failed']),
    expected: z.number().int(),
    sent: z.number().int(),
    skipped,
    sender: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Reminder' });
export type ReminderView = z.infer<typeof ReminderView>;
export const ReminderList = pageOf(ReminderView);
