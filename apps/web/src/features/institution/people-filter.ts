import type { PersonFilter, Role } from '@aula/contracts';
import { peopleSearch } from '../../lib/people-search.js';
import type { PeopleFilter } from './people-api.js';

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
] as const satisfies readonly Role[];
export const states = ['active', 'inactive', 'merged'] as const satisfies readonly NonNullable<PersonFilter['state']>[];

/** A filter without what narrows nothing. */
export const filterOf = (wish: PeopleFilter): PeopleFilter => peopleSearch(wish);
