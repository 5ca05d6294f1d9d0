import { randomUUID } from 'node:crypto';
import type { Actor, Grant, Language, Role } from '@aula/contracts';

export interface ActorWish {
  personId?: string;
  language?: Language;
  /** Roles over everything. */
  roles?: readonly Role[];
  /** Roles with their scopes. */
  grants?: readonly Grant[];
}

/** Somebody who is signed in; an officer without further roles unless the wish says more. */
export const anActor = ({ personId = randomUUID(), language = 'es', roles = [], grants = [] }: ActorWish = {}): Actor =>
  ({
    personId,
    language,
    grants: [...roles.map((role) => ({ role, scope: { kind: 'everything', id: null } })), ...grants],
  }) as Actor;
