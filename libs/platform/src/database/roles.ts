import { houses, type House } from '@aula/contracts';
import { deriveKey } from '../settings/keys.js';
import type { Settings } from '../settings/settings.js';

/** The login roles: one per house, one for the plumbing (sweeper, purge, audit check), one for BullMQ's PostgreSQL backend. */
export type Role = House | 'platform' | 'queue';
export const loginRoles: readonly Role[] = [...houses, 'platform', 'queue'];
/** Owns schemas, tables and views; nobody logs in as it. */
export const ownerRole = 'aula_owner';
/** The role's name in PostgreSQL. */
export const roleName = (role: Role): string => `aula_${role}`;
/** The role's password, derived from the installation's secret, so that nobody has to hand passwords out. */
export const rolePassword = (settings: Pick<Settings, 'secret'>, role: Role): string =>
  deriveKey(settings.secret, `database-role:${role}`).toString('base64url');

/** The address at which `role` logs in. */
export const roleUrl = (settings: Pick<Settings, 'databaseUrl' | 'roleUrls' | 'secret'>, role: Role): string => {
  const given = settings.roleUrls[role];
  if (given) return given;
  const url = new URL(settings.databaseUrl);
  url.username = roleName(role);
  url.password = rolePassword(settings, role);
  return url.href;
};
