import pg from 'pg';
import type { Settings } from '../settings/settings.js';
import { connectionOptions, type ConnectionLimits } from './orm.js';
import { roleUrl, type Role } from './roles.js';

/** A plain pg pool of `role`, apart from the house's ORM: for group commits, COPY and the plumbing's own statements. */
export const openPool = (settings: Settings, role: Role, limits: ConnectionLimits, max = limits.pool): pg.Pool => {
  const pool = new pg.Pool({ connectionString: roleUrl(settings, role), max, ...connectionOptions(limits, `aula-${role}`) });
  pool.on('error', () => undefined); // an idle connection that dies is replaced by the pool
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
