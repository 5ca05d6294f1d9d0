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
    /** Since when nobody new comes into it; null while it is open. */
    closedAt: Instant.nullable(),
    people: z.number().int().optional(),
  })
  .meta({ id: 'Institution' });
export type InstitutionView = z.infer<typeof InstitutionView>;
export const InstitutionList = pageOf(InstitutionView);
/** What is left out stays. `parentId` moves the institution with all that is below it; null makes it a root of the tree. */
export const InstitutionChange = z
  .object({ code: line(2, 40).optional(), name: line(2, 200).optional(), country: Country.optional(), parentId: InstitutionId.nullish() })
  .strict()
  .meta({ id: 'InstitutionChange' });
export type InstitutionChange = z.infer<typeof InstitutionChange>;
/**
 * One institution of the tree, root first and then by name. `own` and `below` count active people in it and further down, where the
 * reader may see them; `mayChange`: rename, move, close.
 */
export const InstitutionNode = z
  .object({
    id: InstitutionId,
    code: z.string(),
    name: z.string(),
    country: Country,
    parentId: InstitutionId.nullable(),
    closedAt: Instant.nullable(),
    own: z.number().int().nullable(),
    below: z.number().int().nullable(),
    mayChange: z.boolean(),
  })
  .meta({ id: 'InstitutionNode' });
export type InstitutionNode = z.infer<typeof InstitutionNode>;
export const InstitutionTree = pageOf(InstitutionNode);
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
    birthYear: z.number().int().nullable(),
    active: z.boolean(),
    /** Since when the person is suspended; null for everybody else. */
    suspendedAt: Instant.nullable(),
    /** The account that this one, a duplicate, was merged into. */
    mergedInto: PersonId.nullable(),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof PersonView>;
export const PersonList = pageOf(PersonView);
export const personStates = ['active', 'inactive', 'merged'] as const;
/** `institutionId` with all that is below it. Accounts that were merged into another are shown when `state` asks for them, and only then. */
export const PersonFilter = z.object({
  email: line(0, 320).optional(),
  q: line(0, 200).optional(),
  institutionId: InstitutionId.optional(),
  country: Country.optional(),
  role: Role.optional(),
  language: Language.optional(),
  state: z.enum(personStates).optional(),
});
export type PersonFilter = z.infer<typeof PersonFilter>;
export const PersonQuery = PageQuery.extend(PersonFilter.shape);
export type PersonQuery = z.infer<typeof PersonQuery>;
/** How many people a filter lets through; `more`: there are more than were counted. */
export const PersonCount = z.object({ count: z.number().int(), more: z.boolean() }).meta({ id: 'PersonCount' });
export type PersonCount = z.infer<typeof PersonCount>;
const BirthYear = z.number().int().min(1900).max(2100);
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
    birthYear: BirthYear.optional(),
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
    birthYear: BirthYear.nullish(),
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
/** Columns of a file of people, as its first row names them, in any order. */
export const importColumns = [
  'external_id',
  'email',
  'given_name',
  'family_name',
  'sex',
  'country',
  'institution',
  'rank',
  'language',
  'birth_year',
] as const;
export type ImportColumn = (typeof importColumns)[number];

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
/** What a row of the file does, or did, to one column; values as a person reads them, null for none. */
export const ColumnDifference = z.object({ column: z.string(), from: z.string().nullable(), to: z.string().nullable() });
export type ColumnDifference = z.infer<typeof ColumnDifference>;
export const differenceKinds = ['new', 'changed'] as const;
/** Why a reversal did not put a person back as they were. */
export const reversalReasons = ['changed-since', 'taken', 'administrator', 'password', 'role', 'enrolled', 'gone'] as const;
/**
 * What an import does to one person. Before it is applied, as people stand now. Afterwards what it did; `since`: the person was changed
 * after it, so that the new values are no longer told. `outcome` and `reason` say what the reversal made of it.
 */
export const DifferenceView = z
  .object({
    line: z.number().int(),
    kind: z.enum(differenceKinds),
    personId: PersonId.nullable(),
    name: z.string(),
    email: z.string(),
    changes: z.array(ColumnDifference),
    since: z.boolean(),
    outcome: z.enum(['restored', 'removed', 'deactivated', 'kept']).nullable(),
    reason: z.enum(reversalReasons).nullable(),
  })
  .meta({ id: 'PeopleImportDifference' });
export type DifferenceView = z.infer<typeof DifferenceView>;
export const DifferenceList = pageOf(DifferenceView);
export const DifferenceQuery = PageQuery.extend({
  kind: z.enum(differenceKinds).optional(),
  outcome: z.enum(['deactivated', 'kept']).optional(),
});
export type DifferenceQuery = z.infer<typeof DifferenceQuery>;
