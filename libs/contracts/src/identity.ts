import { z } from 'zod';
import { Grant, Role } from './access.js';
import { TimeZone } from './enrollment.js';
import { AccessTokenId, ImportId, InstitutionId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { Language, LocalText, line } from './text.js';

/** ISO/IEC 5218 as letters: F female, M male, X not applicable or not told. */
export const Sex = z.enum(['F', 'M', 'X']);
/** ISO 3166-1 alpha-2, upper case. */
export const Country = z.string().regex(/^[A-Z]{2}$/);

export const MemberStateView = z.object({ country: Country, name: LocalText }).meta({ id: 'MemberState' });
export type MemberStateView = z.infer<typeof MemberStateView>;
export const MemberStateList = pageOf(MemberStateView);

export const InstitutionCreate = z
  .object({
    code: line(2, 40),
    name: line(2, 200),
    country: Country,
    parentId: InstitutionId.nullish(),
  })
  .strict()
  .meta({ id: 'InstitutionCreate' });
export type InstitutionCreate = z.infer<typeof InstitutionCreate>;
/** `path` holds the institution and its ancestors, root first. */
export const InstitutionView = z
  .object({
    id: InstitutionId,
    code: z.string(),
    name: z.string(),
    country: Country,
    parentId: InstitutionId.nullable(),
    path: z.array(InstitutionId),
    people: z.number().int().optional(),
  })
  .meta({ id: 'Institution' });
export type InstitutionView = z.infer<typeof InstitutionView>;
export const InstitutionList = pageOf(InstitutionView);
/** `q` searches name and code without accents; `parentId` asks for the direct children. */
export const InstitutionQuery = PageQuery.extend({ q: line(0, 200).optional(), parentId: InstitutionId.optional() });
export type InstitutionQuery = z.infer<typeof InstitutionQuery>;

export const PersonView = z
  .object({
    id: PersonId,
    externalId: z.string().nullable(),
    email: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    sex: Sex.nullable(),
    country: Country.nullable(),
    institutionId: InstitutionId.nullable(),
    institution: z.string().nullable(),
    rank: z.string().nullable(),
    language: Language,
    active: z.boolean(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;
export const PersonList = pageOf(PersonView);
export const PersonQuery = PageQuery.extend({
  email: line(0, 320).optional(),
  q: line(0, 200).optional(),
  institutionId: InstitutionId.optional(),
});
export type PersonQuery = z.infer<typeof PersonQuery>;
export const PersonCreate = z
  .object({
    email: z.email().max(320),
    givenName: line(1, 120),
    familyName: line(1, 120),
    externalId: line(1, 80).optional(),
    sex: Sex.optional(),
    country: Country.optional(),
    institutionId: InstitutionId.optional(),
    rank: line(0, 120).optional(),
    language: Language.default('es'),
  })
  .strict()
  .meta({ id: 'PersonCreate' });
export type PersonCreate = z.infer<typeof PersonCreate>;
/** What is left out stays; null empties. A person who is not `active` cannot sign in, and every session and token of theirs ends. */
export const PersonChange = z
  .object({
    email: z.email().max(320).optional(),
    givenName: line(1, 120).optional(),
    familyName: line(1, 120).optional(),
    externalId: line(1, 80).nullish(),
    sex: Sex.nullish(),
    country: Country.nullish(),
    institutionId: InstitutionId.nullish(),
    rank: line(1, 120).nullish(),
    language: Language.optional(),
    active: z.boolean().optional(),
  })
  .strict()
  .meta({ id: 'PersonChange' });
export type PersonChange = z.infer<typeof PersonChange>;

/** ≥ 12 characters, no composition rules (ASVS 5.0, 6.2). */
export const Password = z.string().min(12).max(200);
export const PasswordSet = z.object({ password: Password }).strict().meta({ id: 'PasswordSet' });
export type PasswordSet = z.infer<typeof PasswordSet>;
export const PasswordChange = z
  .object({ current: z.string().max(200), password: Password })
  .strict()
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;
export const PasswordResetRequest = z
  .object({ email: z.email().max(320) })
  .strict()
  .meta({ id: 'PasswordResetRequest' });
export type PasswordResetRequest = z.infer<typeof PasswordResetRequest>;
export const PasswordReset = z
  .object({ code: z.string().min(20).max(100), password: Password })
  .strict()
  .meta({ id: 'PasswordReset' });
export type PasswordReset = z.infer<typeof PasswordReset>;

export const SignIn = z
  .object({ email: line(3, 320), password: z.string().min(1).max(200) })
  .strict()
  .meta({ id: 'SignIn' });
export type SignIn = z.infer<typeof SignIn>;
/**
 * `grants` are the roles with their scopes. `secondFactor`: the person has one (`set`) or not (`none`), or must set one up before
 * anything else is open to them (`missing`).
 */
export const Me = z
  .object({
    person: PersonView,
    roles: z.array(Role),
    grants: z.array(Grant),
    secondFactor: z.enum(['set', 'none', 'missing']),
    /** IANA; null until the person's browser has told it. */
    timeZone: z.string().nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
/** What is left out stays. */
export const MeChange = z.object({ language: Language.optional(), timeZone: TimeZone.optional() }).strict().meta({ id: 'MeChange' });
export type MeChange = z.infer<typeof MeChange>;

export const AccessTokenCreate = z
  .object({ name: line(1, 120), expiresAt: Instant.optional() })
  .strict()
  .meta({ id: 'AccessTokenCreate' });
export type AccessTokenCreate = z.infer<typeof AccessTokenCreate>;
/** `token` is shown once, in the answer to its creation. */
export const AccessTokenView = z
  .object({ id: AccessTokenId, name: z.string(), createdAt: Instant, expiresAt: Instant, token: z.string().optional() })
  .meta({ id: 'AccessToken' });
export type AccessTokenView = z.infer<typeof AccessTokenView>;
export const AccessTokenList = pageOf(AccessTokenView);

export const importStates = ['queued', 'reading', 'rehearsed', 'applying', 'applied', 'reversing', 'reversed', 'failed'] as const;
export const ImportMode = z.enum(['rehearse', 'apply']);
export type ImportMode = z.infer<typeof ImportMode>;
/**
 * `progress` is 0 to 1; counts are rows of the file, the header and empty rows not among them: rows = accepted + rejected,
 * accepted = changed + unchanged; a created person counts as changed. `reversal` counts people: got their former data back, were
 * removed, were deactivated because something hangs on them, were left alone because they were changed since.
 */
export const ImportView = z
  .object({
    id: ImportId,
    state: z.enum(importStates),
    mode: ImportMode,
    fileName: z.string(),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    progress: z.number().min(0).max(1),
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    reversal: z
      .object({ restored: z.number().int(), removed: z.number().int(), deactivated: z.number().int(), kept: z.number().int() })
      .nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'PeopleImport' });
export type ImportView = z.infer<typeof ImportView>;
export const ImportList = pageOf(ImportView);
export const ImportStarted = z.object({ id: ImportId }).meta({ id: 'PeopleImportStarted' });
/** `line` is the line of the file on which the row begins, the header's being 1; `column` is null when the whole row is meant. */
export const RejectionView = z
  .object({ line: z.number().int(), column: z.string().nullable(), code: z.string(), message: z.string() })
  .meta({ id: 'PeopleImportRejection' });
export type RejectionView = z.infer<typeof RejectionView>;
export const RejectionList = pageOf(RejectionView);
