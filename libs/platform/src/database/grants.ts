import { auditedColumns, auditedKinds, houses, views, type AuditedKind, type House, type ViewName } from '@aula/contracts';
import { ownerRole, roleName, type Role } from './roles.js';

/** What each login role may do with the plumbing's tables. */
const plumbing: Readonly<Record<string, { houses: string; platform: string }>> = {
  event: { houses: 'select, insert', platform: 'select, delete' },
  delivery: { houses: 'select, insert, update', platform: 'select, update, delete' },
  job: { houses: 'select, insert, update', platform: 'select, insert, update, delete' },
  schedule: { houses: 'select', platform: 'select, insert, update' },
  idempotency: { houses: 'select, insert, update', platform: 'select, delete' },
  rate: { houses: 'select, insert, update, delete', platform: 'select, delete' },
  object: { houses: 'select, insert, update, delete', platform: 'select' },
  mail: { houses: '', platform: '' },
  audit_head: { houses: '', platform: 'select' },
  audit_entry: { houses: 'select', platform: 'select' },
  process: { houses: 'select', platform: 'select, insert, update, delete' },
  token_use: { houses: 'select, insert, update, delete', platform: 'select' },
  setting: { houses: 'select', platform: 'select' },
  setting_change: { houses: 'select', platform: 'select' },
  brand_logo: { houses: 'select', platform: 'select' },
};

/** The statements that give every role what it is to have, and nothing else; run after the migrations, each time. */
export const grantStatements = (): string[] => [
  ...houses.flatMap(houseGrants),
  // what an earlier release gave goes; all statements of these take effect at once
  `revoke all on all tables in schema platform from ${[...houses, 'platform' as const].map(roleName).join(', ')}`,
  ...Object.entries(plumbing).flatMap(([table, rights]) => [
    ...houses.flatMap((house) => (rights.houses ? [`grant ${rights.houses} on platform.${table} to ${roleName(house)}`] : [])),
    ...(rights.platform ? [`grant ${rights.platform} on platform.${table} to ${roleName('platform')}`] : []),
  ]),
  ...([...houses, 'platform'] as Role[]).map((role) => `grant usage on schema platform to ${roleName(role)}`),
  'revoke execute on function platform.audit_append from public',
  ...houses.map((house) => `grant execute on function platform.audit_append to ${roleName(house)}`),
  ...identityGrants(),
  ...auditReaderGrants(),
  ...(Object.keys(views) as ViewName[]).map(viewGrants),
];

const houseGrants = (house: House): string[] => [
  `grant usage on schema ${house} to ${roleName(house)}`,
  `grant select, insert, update, delete on all tables in schema ${house} to ${roleName(house)}`,
  `grant usage, select on all sequences in schema ${house} to ${roleName(house)}`,
  `revoke all on ${house}.migration from ${roleName(house)}`,
];

/** One house keeps what administrators set; all read it. It alone writes, sends and shows letters, which hold addresses and links. */
const identityGrants = (): string[] => [
  `grant select, insert, update, delete on platform.mail to ${roleName('identity')}`,
  `grant insert, update on platform.setting to ${roleName('identity')}`,
  `grant insert on platform.setting_change, platform.brand_logo to ${roleName('identity')}`,
  `grant usage on sequence platform.setting_revision to ${roleName('identity')}`,
];

/** The audit check compares the chain with the live rows, so the plumbing's role may read what is audited of them, and nothing else. */
const auditReaderGrants = (): string[] => [
  ...houses.map((house) => `grant usage on schema ${house} to ${roleName('platform')}`),
  ...(Object.keys(auditedKinds) as AuditedKind[]).map((kind) => {
    const { table, key } = auditedKinds[kind];
    const grant = `grant select (${[...new Set([key, ...auditedColumns(kind)])].join(', ')}) on ${table} to ${roleName('platform')}`;
    return `do $$ begin if to_regclass('${table}') is not null then ${grant}; end if; end $$`;
  }),
];

/** The readers that contracts names. A house that is not installed has no views to grant. */
const viewGrants = (name: ViewName): string => {
  const owner = name.split('.')[0] as House;
  const readers = (views[name].readBy as readonly House[]).filter((reader) => reader !== owner);
  const grants = readers.flatMap((reader) => [
    `grant usage on schema ${owner} to ${roleName(reader)}`,
    `grant select on ${name} to ${roleName(reader)}`,
  ]);
  return `do $$ begin if to_regclass('${name}') is not null then ${grants.join('; ')}; end if; end $$`;
};

/** Run as administrator before any migration: roles, schemas, extensions. Names and passwords are ours, never a user's. */
export const foundationStatements = (
  database: string,
  schemas: readonly string[],
  logins: readonly { name: string; password: string }[],
): string[] => [
  ...[ownerRole].map((name) => roleStatement(name, 'nologin')),
  ...logins.map(({ name, password }) => roleStatement(name, `login password '${password}'`)),
  `grant ${ownerRole} to current_user`,
  `revoke all on database ${quote(database)} from public`,
  `grant create on database ${quote(database)} to ${ownerRole}`,
  ...logins.map(({ name }) => `grant connect on database ${quote(database)} to ${name}`),
  'create extension if not exists unaccent with schema public',
  'create extension if not exists pg_trgm with schema public',
  ...schemas.map((schema) => `create schema if not exists ${schema} authorization ${ownerRole}`),
];

const quote = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;
const roleStatement = (name: string, options: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${options}; else alter role ${name} ${options}; end if;
exception when duplicate_object or unique_violation then null; end $$`;
