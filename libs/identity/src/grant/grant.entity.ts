import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Role, Scope } from '@aula/contracts';

export const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    role: p.text().$type<Role>(),
    scopeKind: p.text().$type<Scope['kind']>(),
    scopeId: p.uuid().nullable(),
    grantedBy: p.uuid().nullable(),
  },
});

/** A role given to a person in a scope; in force until it is taken away. */
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);
