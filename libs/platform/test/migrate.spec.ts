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

it('brings an empty database to this release, though two do it at once, and does nothing the second time', async () => {
  const settings = testSettings(url.href);
  await Promise.all([migrate(settings, []), migrate(settings, [])]);
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  const done = async () =>
    (await owner.query<{ name: string; executed_at: Date }>('select name, executed_at from platform.migration order by id')).rows;
  const first = await done();
  expect(first.map((each) => each.name)).toEqual([...new Set(first.map((each) => each.name))].sort());
  expect(first.length).toBeGreaterThan(4);
  await migrate(settings, []);
  expect(await done()).toEqual(first);
  await owner.end();
});
