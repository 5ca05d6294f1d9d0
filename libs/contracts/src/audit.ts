import { z } from 'zod';
import { auditedKinds, type AuditedKind } from './audited.js';
import { houses } from './houses.js';
import { AuditCheckId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { line } from './text.js';

export const auditKinds = Object.keys(auditedKinds) as [AuditedKind, ...AuditedKind[]];
const AuditKind = z.enum(auditKinds);

/** A thing that was changed. `person` is whom it is about; `facts` are its members today, as `old` → `new` where both were recorded. */
export const AuditSubject = z.object({
  id: z.string(),
  person: z.object({ id: PersonId, name: z.string().nullable() }).nullable(),
  facts: z.array(z.object({ name: z.string(), old: z.unknown().optional(), new: z.unknown() })),
});
export type AuditSubject = z.infer<typeof AuditSubject>;

/** One entry: what a transaction changed, by kind and deed; of each group the first five subjects. `actor` is null for the academy itself. */
export const AuditEntryView = z
  .object({
    chain: z.number().int(),
    seq: z.number().int(),
    at: Instant,
    house: z.enum(houses),
    actor: z.object({ id: PersonId, name: z.string().nullable() }).nullable(),
    requestId: z.string().nullable(),
    groups: z.array(z.object({ kind: z.string(), action: z.string(), count: z.number().int(), subjects: z.array(AuditSubject) })),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof AuditEntryView>;
export const AuditEntryList = pageOf(AuditEntryView);

/** `subject` is the id of a changed thing, or of a person whose roles, factors and tokens are meant. */
const search = {
  actor: PersonId.optional(),
  kind: AuditKind.optional(),
  subject: line(0, 80).optional(),
  from: Instant.optional(),
  until: Instant.optional(),
};
export const AuditQuery = PageQuery.extend(search);
export type AuditQuery = z.infer<typeof AuditQuery>;
export const AuditExportQuery = z.object(search);
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

export const auditCheckStates = ['queued', 'running', 'whole', 'broken', 'failed'] as const;
export const brokenReasons = ['chain', 'missing', 'items', 'row'] as const;
/** A walk over every chain. `broken` is the first thing that does not fit. */
export const AuditCheckView = z
  .object({
    id: AuditCheckId,
    state: z.enum(auditCheckStates),
    requestedBy: z.object({ id: PersonId, name: z.string().nullable() }).nullable(),
    requestedAt: Instant,
    endedAt: Instant.nullable(),
    progress: z.number().min(0).max(1),
    entries: z.number().int(),
    items: z.number().int(),
    broken: z
      .object({
        chain: z.number().int(),
        seq: z.number().int(),
        kind: z.string().optional(),
        id: z.string().optional(),
        reason: z.enum(brokenReasons),
      })
      .nullable(),
  })
  .meta({ id: 'AuditCheck' });
export type AuditCheckView = z.infer<typeof AuditCheckView>;
export const AuditCheckList = pageOf(AuditCheckView);
