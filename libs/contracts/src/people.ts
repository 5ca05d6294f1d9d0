import { z } from 'zod';
import { Grant } from './access.js';
import { PersonView } from './identity.js';
import { MergeId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { type Language, line } from './text.js';

/** Why somebody is shut out; it is kept with who did it and when. */
export const SuspensionCreate = z
  .object({ reason: line(3, 500) })
  .strict()
  .meta({ id: 'SuspensionCreate' });
export type SuspensionCreate = z.infer<typeof SuspensionCreate>;
export const Reinstatement = z
  .object({ reason: line(3, 500) })
  .strict()
  .meta({ id: 'Reinstatement' });
export type Reinstatement = z.infer<typeof Reinstatement>;
/** One time of being shut out; `reason` and `by` are null where it was done without one, as an import does. */
export const SuspensionView = z
  .object({
    id: z.uuid(),
    reason: z.string().nullable(),
    suspendedAt: Instant,
    suspendedBy: z.string().nullable(),
    reinstatedAt: Instant.nullable(),
    reinstatedBy: z.string().nullable(),
    reinstatementReason: z.string().nullable(),
  })
  .meta({ id: 'Suspension' });
export type SuspensionView = z.infer<typeof SuspensionView>;
export const SuspensionList = pageOf(SuspensionView);

/** Why two accounts may be one person's. */
export const duplicateReasons = ['external-id', 'name-and-year', 'name-and-institution', 'email'] as const;
/** Two accounts that may be one person's, the older first. */
export const DuplicateView = z
  .object({ people: z.tuple([PersonView, PersonView]), reasons: z.array(z.enum(duplicateReasons)) })
  .meta({ id: 'Duplicate' });
export type DuplicateView = z.infer<typeof DuplicateView>;
export const DuplicateList = pageOf(DuplicateView);
/** Somebody has looked: these are two people. */
export const Distinction = z
  .object({ personIds: z.tuple([PersonId, PersonId]) })
  .strict()
  .meta({ id: 'Distinction' });
export type Distinction = z.infer<typeof Distinction>;

/** What the account that stays may take from the one that goes; whatever is taken changes places, so that nothing is lost. */
export const mergeableFields = [
  'email',
  'externalId',
  'givenName',
  'familyName',
  'sex',
  'birthYear',
  'country',
  'institutionId',
  'rank',
  'language',
] as const;
export const MergeableField = z.enum(mergeableFields);
export type MergeableField = z.infer<typeof MergeableField>;
export const MergePreviewQuery = z.object({ keptId: PersonId, mergedId: PersonId });
export type MergePreviewQuery = z.infer<typeof MergePreviewQuery>;
/**
 * What a merge would do. `enrollments`, `attempts` and `credentials` count what moves to the account that stays. `both`: editions in
 * which both are enrolled; the enrollment of the account `counts` is further on and counts, the other is set aside and withdrawn.
 * `grants` are the roles that are set aside with the account that goes.
 */
export const MergePreview = z
  .object({
    kept: PersonView,
    merged: PersonView,
    enrollments: z.number().int(),
    attempts: z.number().int(),
    credentials: z.number().int(),
    both: z.array(z.object({ title: z.string(), keptState: z.string(), mergedState: z.string(), counts: z.enum(['kept', 'merged']) })),
    grants: z.array(Grant),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;
/** `take`: what the account that stays takes from the one that goes. */
export const MergeCreate = z
  .object({ keptId: PersonId, mergedId: PersonId, take: z.array(MergeableField).max(mergeableFields.length).default([]) })
  .strict()
  .meta({ id: 'MergeCreate' });
export type MergeCreate = z.infer<typeof MergeCreate>;
export const MergeView = z
  .object({
    id: MergeId,
    keptId: PersonId,
    keptName: z.string(),
    mergedId: PersonId,
    mergedName: z.string(),
    mergedEmail: z.string(),
    mergedAt: Instant,
    undoneAt: Instant.nullable(),
  })
  .meta({ id: 'PersonMerge' });
export type MergeView = z.infer<typeof MergeView>;
export const MergeList = pageOf(MergeView);
export const MergeQuery = PageQuery.extend({ personId: PersonId });
export type MergeQuery = z.infer<typeof MergeQuery>;

const headings: Readonly<Record<Language, readonly string[]>> = {
  es: ['Línea', 'Columna', 'Motivo', 'Código'],
  pt: ['Linha', 'Coluna', 'Motivo', 'Código'],
  en: ['Line', 'Column', 'Reason', 'Code'],
  fr: ['Ligne', 'Colonne', 'Motif', 'Code'],
};
/** The columns of the file of rejected rows. */
export const rejectionHeadings = (language: Language): readonly string[] => headings[language];
