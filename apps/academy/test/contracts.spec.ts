import { expect, it, afterAll } from '@jest/globals';
import { auditedColumns, auditedKinds, houses, views, type AuditedKind, type House, type ViewName } from '@aula/contracts';
import { roleName, roleUrl } from '@aula/platform';
import { cloneDatabase, testSettings } from '@aula/testing';
import pg from 'pg';

/** The database holds exactly what contracts says: views, their columns, who may read them, and nothing more. */
const database = await cloneDatabase();
const settings = testSettings(database.url);
const owner = new pg.Pool({ connectionString: database.url, max: 2 });
const logins = new Map(houses.map((house) => [house, new pg.Pool({ connectionString: roleUrl(settings, house), max: 1 })]));
afterAll(async () => {
  await Promise.all([...logins.values()].map((pool) => pool.end()));
  await owner.end();
  await database.drop();
});

it('publishes every declared view with its columns, and no other', async () => {
  const found = await owner.query<{ view: string; columns: string[] }>(
    `select table_schema || '.' || table_name as view, array_agg(column_name::text order by column_name) as columns
     from information_schema.columns where table_name like 'pub\\_%' group by 1 order by 1`,
  );
  const declared = (Object.keys(views) as ViewName[]).map((view) => ({ view, columns: Object.keys(views[view].columns.shape).sort() }));
  expect(found.rows).toEqual(declared.sort((a, b) => (a.view < b.view ? -1 : 1)));
});
it('lets exactly the declared houses read a view, and nobody write it', async () => {
  const found = await owner.query<{ view: string; reader: string; privilege: string }>(
    `select table_schema || '.' || table_name as view, grantee as reader, privilege_type as privilege from information_schema.role_table_grants
     where table_name like 'pub\\_%' and grantee like 'aula\\_%' and grantee <> 'aula_owner' and table_schema <> replace(grantee, 'aula_', '') order by 1, 2`,
  );
  const declared = (Object.keys(views) as ViewName[]).flatMap((view) =>
    (views[view].readBy as readonly House[])
      .filter((reader) => !view.startsWith(`${reader}.`))
      .map((reader) => `${view} ${roleName(reader)} SELECT`),
  );
  expect(found.rows.map((each) => `${each.view} ${each.reader} ${each.privilege}`).sort()).toEqual(declared.sort());
});
it.each([...houses])('refuses %s every table of the other houses', async (house) => {
  const tables = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_schema = any($1) and table_schema <> $2 and table_type = 'BASE TABLE'`,
    [[...houses], house],
  );
  expect(tables.rows.length).toBeGreaterThan(10);
  const reach = tables.rows.flatMap(({ name }) => [`select from ${name}`, `delete from ${name}`]);
  await expect(logins.get(house)!.query(tryAll(reach))).resolves.toMatchObject({ command: 'DO' });
});

/** A block that fails with the statements that were not refused for want of the right; any other error is its own. */
const tryAll = (statements: readonly string[]): string => `do $block$
  declare
    statement text;
    allowed text[] := '{}';
  begin
    foreach statement in array array[${statements.map((each) => pg.escapeLiteral(each)).join(', ')}] loop
      begin
        execute statement;
        allowed := allowed || statement;
      exception when insufficient_privilege then null;
      end;
    end loop;
    if cardinality(allowed) > 0 then raise exception 'allowed: %', allowed; end if;
  end
  $block$`;

it('keeps foreign keys inside their schema', async () => {
  const crossing = await owner.query(
    `select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid where contype = 'f' and a.relnamespace <> b.relnamespace`,
  );
  expect(crossing.rows).toEqual([]);
});
it('gives no house the right to create, own or bypass anything', async () => {
  const strong = await owner.query(
    `select rolname from pg_roles where rolname like 'aula\\_%' and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls)
     union select r.rolname from pg_class c join pg_roles r on r.oid = c.relowner join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($1) and r.rolname <> 'aula_owner'`,
    [[...houses, 'platform']],
  );
  expect(strong.rows).toEqual([]);
});
it('finds every audited table with its columns', async () => {
  const found = await owner.query<{ name: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns`,
  );
  const there = new Set(found.rows.map((each) => each.name));
  const lacking = (Object.keys(auditedKinds) as AuditedKind[]).flatMap((kind) =>
    [auditedKinds[kind].key, ...auditedColumns(kind)]
      .map((column) => `${auditedKinds[kind].table}.${column}`)
      .filter((name) => !there.has(name)),
  );
  expect(lacking).toEqual([]);
});

/** What a role may do with the plumbing's tables: beyond what every house may, what is one's own. */
const ofEveryHouse = {
  audit_entry: 'SELECT',
  brand_logo: 'SELECT',
  delivery: 'INSERT SELECT UPDATE',
  event: 'INSERT SELECT',
  idempotency: 'INSERT SELECT UPDATE',
  job: 'INSERT SELECT UPDATE',
  object: 'DELETE INSERT SELECT UPDATE',
  process: 'SELECT',
  rate: 'DELETE INSERT SELECT UPDATE',
  schedule: 'SELECT',
  setting: 'SELECT',
  setting_change: 'SELECT',
  token_use: 'DELETE INSERT SELECT UPDATE',
};
const ofRole: Readonly<Record<string, object>> = {
  identity: {
    brand_logo: 'INSERT SELECT',
    mail: 'DELETE INSERT SELECT UPDATE', // addresses and links: of one house alone
    setting: 'INSERT SELECT UPDATE',
    setting_change: 'INSERT SELECT',
  },
  platform: {
    audit_entry: 'SELECT',
    audit_head: 'SELECT',
    brand_logo: 'SELECT',
    delivery: 'DELETE SELECT UPDATE',
    event: 'DELETE SELECT',
    idempotency: 'DELETE SELECT',
    job: 'DELETE INSERT SELECT UPDATE',
    object: 'SELECT',
    process: 'DELETE INSERT SELECT UPDATE',
    rate: 'DELETE SELECT',
    schedule: 'INSERT SELECT UPDATE',
    setting: 'SELECT',
    setting_change: 'SELECT',
    token_use: 'SELECT',
  },
  queue: {},
};
it.each([...houses, 'platform', 'queue'] as const)('gives %s of the plumbing what it works with, and nothing else', async (role) => {
  const found = await owner.query<{ name: string; rights: string }>(
    `select table_name as name, string_agg(privilege_type, ' ' order by privilege_type) as rights
     from information_schema.role_table_grants where table_schema = 'platform' and grantee in ($1, 'PUBLIC') group by 1`,
    [roleName(role)],
  );
  const rights = { ...(role in ofRole && role !== 'identity' ? {} : ofEveryHouse), ...ofRole[role] };
  expect(Object.fromEntries(found.rows.map((each) => [each.name, each.rights]))).toEqual(rights);
});
it('shows a house its own answers under idempotency keys alone', async () => {
  const keep = `insert into platform.idempotency (house, person_id, key, request_hash) values ($1, gen_random_uuid(), 'mine', '')`;
  await Promise.all([...logins].map(([house, login]) => login.query(keep, [house])));
  const seen = await Promise.all(
    [...logins.values()].map(async (login) => (await login.query<{ house: string }>('select house from platform.idempotency')).rows),
  );
  expect(seen).toEqual(houses.map((house) => [{ house }]));
  await expect(logins.get('catalog')!.query(keep, ['identity'])).rejects.toThrow('row-level security');
});
