import { z } from 'zod';
import { Role, Scope, scopeKinds } from './access.js';
import { AccessTokenId, GrantId, PersonId } from './ids.js';
import { Instant, PageQuery, pageOf } from './page.js';
import { rightAreas, rightNames } from './rights.js';
import { LocalText, line } from './text.js';

const RightName = z.enum(rightNames).meta({ id: 'RightName' });

/** `endsAt`: the grant ends then by itself, at most ten years from now; absent: when it is taken. */
export const GrantCreate = z
  .object({ personId: PersonId, role: Role, scope: Scope, endsAt: Instant.optional() })
  .strict()
  .meta({ id: 'GrantCreate' });
export type GrantCreate = z.infer<typeof GrantCreate>;
/** `scopeName` is null over everything, and where the thing has no name that can be read. `grantedBy` is null for the first administrator. */
export const GrantView = z
  .object({
    id: GrantId,
    personId: PersonId,
    personName: z.string(),
    personEmail: z.string(),
    role: Role,
    scope: Scope,
    scopeName: LocalText.nullable(),
    grantedBy: z.object({ id: PersonId, name: z.string() }).nullable(),
    grantedAt: Instant,
    endsAt: Instant.nullable(),
  })
  .meta({ id: 'RoleGrant' });
export type GrantView = z.infer<typeof GrantView>;
export const GrantList = pageOf(GrantView);
/**
 * `q` searches people; `ending` asks for those that end within thirty days. With `right` the scope asks who may do it there: grants of
 * active people that give the right over the scope, from above too; without a scope, anywhere.
 */
export const GrantQuery = PageQuery.extend({
  personId: PersonId.optional(),
  role: Role.optional(),
  scopeKind: z.enum(scopeKinds).optional(),
  scopeId: z.uuid().optional(),
  q: line(0, 200).optional(),
  ending: z.stringbool().optional(),
  right: RightName.optional(),
});
export type GrantQuery = z.infer<typeof GrantQuery>;

/** Every right, and whether roles give it over others. */
export const RightList = z
  .object({ items: z.array(z.object({ right: RightName, area: z.enum(rightAreas), byRole: z.boolean() })) })
  .meta({ id: 'RightList' });
export type RightList = z.infer<typeof RightList>;

/** What a person may do and why: each right with the grants that give it over others; none for what everybody may, of their own. */
export const PersonRightsView = z
  .object({
    person: z.object({ id: PersonId, name: z.string(), email: z.string(), active: z.boolean() }),
    grants: z.array(GrantView),
    rights: z.array(
      z.object({ right: RightName, area: z.enum(rightAreas), for: z.enum(['anyone', 'signed-in', 'roles']), grants: z.array(GrantId) }),
    ),
  })
  .meta({ id: 'PersonRights' });
export type PersonRightsView = z.infer<typeof PersonRightsView>;

/** Somebody's token for scripts as administrators see it, never its secret. `usedAt` to within ten minutes; null: never, as far as known. */
export const IssuedTokenView = z
  .object({
    id: AccessTokenId,
    personId: PersonId,
    personName: z.string(),
    personEmail: z.string(),
    name: z.string(),
    createdAt: Instant,
    usedAt: Instant.nullable(),
    expiresAt: Instant,
  })
  .meta({ id: 'IssuedToken' });
export type IssuedTokenView = z.infer<typeof IssuedTokenView>;
export const IssuedTokenList = pageOf(IssuedTokenView);
export const IssuedTokenQuery = PageQuery.extend({ q: line(0, 200).optional() });
export type IssuedTokenQuery = z.infer<typeof IssuedTokenQuery>;
