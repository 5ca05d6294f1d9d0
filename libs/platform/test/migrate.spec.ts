import { afterAll, expect, it } from '@jest/globals';
import { migrate } from '@aula/platform';
import { cloneDatabase, testSettings } from '@aula/testing';
import pg from 'pg';

const clone = await cloneDatabase();
const name = `${new URL(clone.url).pathname.slice(1)}_empty`;
const url = new URL(clone.url);
url.pathname = `/${name}`;
const inClone = async (text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: clone.url });
  await client.connect();
  await client.query(text);
  await client.end();
};
await inClone(`create database ${name}`);
afterAll(async () => {
  await inClone(`drop database ${name} with (force)`);
  await clone.drop();
});

it('brings an empty database to this release, though two do it at once, and takes back what is granted no more', async () => {
  const settings = testSettings(url.href);
  await Promise.all([migrate(settings, []), migrate(settings, [])]);
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const done = async () =>
    (await owner.query<{ name: string; executed_at: Date }>('select name, executed_at from platform.migration order by id')).rows;
  const first = await done();
  expect(first.map((each) => each.name)).toEqual([...new Set(first.map((each) => each.name))].sort());
  expect(first.length).toBeGreaterThan(4);
  await owner.query('grant select on platform.mail to aula_catalog'); // as an earlier release gave it
  await migrate(settings, []);
  const may = await owner.query<{ may: boolean }>(`select has_table_privilege('aula_catalog', 'platform.mail', 'select') as may`);
  expect(may.rows).toEqual([{ may: false }]);
  expect(await done()).toEqual(first);
  await owner.end();
});
