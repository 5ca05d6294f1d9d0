import { z } from 'zod';
import { PersonId } from './ids.js';
import { Language } from './text.js';

/** What a person may be made. Everyone who can sign in is a learner; these come on top. */
export const roles = [
  'officer',
  'instructor',
  'training-administrator',
  'registrar',
  'reviewer',
  'coordinator',
  'programme-manager',
  'administrator',
  'auditor',
] as const;
export const Role = z.enum(roles).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

export const scopeKinds = ['everything', 'institution', 'course', 'edition', 'university'] as const;

/** Where a role holds. `id` is null exactly for `everything`; an institution's scope covers what lies below it in the tree. */
export const Scope = z.object({ kind: z.enum(scopeKinds), id: z.uuid().nullable() }).meta({ id: 'Scope' });
export type Scope = z.infer<typeof Scope>;

export const Grant = z.object({ role: Role, scope: Scope }).meta({ id: 'Grant' });
export type Grant = z.infer<typeof Grant>;

/** Roles whose holders do something to others: their sessions are short, and an academy may ask them for a second factor. */
export const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'officer');

/** Who asks: the signed-in person with the roles that hold at this moment. */
export const Actor = z.object({ personId: PersonId, language: Language, grants: z.array(Grant) });
export type Actor = z.infer<typeof Actor>;

/** True when the actor has one of the roles in any scope. The public visitor (undefined) has none. */
export const holds = (actor: Actor | undefined, ...wanted: Role[]): boolean =>
  actor?.grants.some((grant) => wanted.includes(grant.role)) ?? false;

/** True when one of the roles is held over everything. */
export const holdsEverywhere = (actor: Actor | undefined, ...wanted: Role[]): boolean =>
  actor?.grants.some((grant) => wanted.includes(grant.role) && grant.scope.kind === 'everything') ?? false;

/** True when one of the roles is held over everything or over one of `path`: the institution and its ancestors. */
export const holdsOver = (actor: Actor | undefined, path: readonly string[], ...wanted: Role[]): boolean =>
  actor?.grants.some(
    (grant) =>
      wanted.includes(grant.role) &&
      (grant.scope.kind === 'everything' ||
        (grant.scope.kind === 'institution' && grant.scope.id !== null && path.includes(grant.scope.id))),
  ) ?? false;

/** The institutions over which one of the roles is held; `everything` means all. For `visibleTo` predicates in SQL. */
export const reach = (actor: Actor | undefined, ...wanted: Role[]): 'everything' | string[] =>
  holdsEverywhere(actor, ...wanted)
    ? 'everything'
    : (actor?.grants ?? []).flatMap((grant) =>
        wanted.includes(grant.role) && grant.scope.kind === 'institution' && grant.scope.id !== null ? [grant.scope.id] : [],
      );
