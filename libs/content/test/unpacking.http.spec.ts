import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tokenHash } from '@aula/platform';
import { anActor, house, rawRequest } from '@aula/testing';
import { ContentModule } from '../src/content.module.js';
import { aManifest, aPackageZip, errorsOf, rawZip, seen, settled, stored, until, uploaded } from './a-package.js';
import { FailingStorage, Run } from './failing-storage.js';

const storage = new FailingStorage();
const school = await house(ContentModule, { settings: { dataFolder: storage.folder }, drivers: { storage: storage.driver } });
const author = school.as(anActor({ roles: ['instructor'] }));

const noise = (bytes: number): Buffer => randomBytes(bytes);
/** Several files, one of them longer than a block of the reader. */
const good = (): Promise<Buffer> => aPackageZip({ more: { 'a.bin': noise(300_000), 'b/c.bin': noise(10) } });
/** As good, until its last file turns out to be damaged. */
const spoilt = (): Buffer =>
  rawZip([
    { name: 'imsmanifest.xml', content: aManifest() },
    { name: 'index.html', content: noise(50) },
    ...Array.from({ length: 2 }, (_, index) => ({ name: `${index}.bin`, content: noise(1_000) })),
    { name: 'z.bin', content: 'x', crc: 7 },
  ]);

/** What a killed process leaves in the database, once its leases have run out. */
const leasesRunOut = async (): Promise<void> => {
  await school.sql(`update platform.job set state = 'pending', lease_token = null, lease_until = null where state = 'running'`);
  await school.sql(`update content.package set busy_until = null where busy_until is not null`);
};
const sweep = async (): Promise<void> => {
  await school.sql(`insert into platform.job (id, kind) values ($1, 'content.sweep-packages')`, [school.runtime.ids.next()]);
  await school.settle();
};

describe('a start that fails', () => {
  it('is followed by another, which goes on with what is stored', async () => {
    storage.failures = { key: /^pkg\//, left: 1 };
    const found = await settled(school, author, await good());
    expect(found).toMatchObject({ state: 'ready', files: 5, progress: 1 });
    const [counts] = await school.sql(`select begun, failed from content.package where id = $1`, [found.id]);
    expect(counts).toEqual({ begun: 2, failed: 1 });
  });

  it('too often ends in a refusal that says so, and leaves nothing', async () => {
    const before = await stored(school);
    storage.failures = { key: /^pkg\//, left: 1_000 };
    const found = await settled(school, author, await good());
    storage.failures.left = 0;
    expect(found.state).toBe('refused');
    expect(found.findings).toMatchObject([
      { code: 'unpack-failed', message: expect.stringMatching(/^El paquete no se pudo desempaquetar/) },
    ]);
    expect(await stored(school)).toEqual(before);
  });

  it('can be overcome by sending the same file again', async () => {
    const zip = await good();
    storage.failures = { key: /^pkg\//, left: 1_000 };
    expect((await settled(school, author, zip)).state).toBe('refused');
    storage.failures.left = 0;
    expect((await settled(school, author, zip)).state).toBe('ready');
  });
});

describe('a process that is killed', () => {
  const graves: { run: Run; ended: Promise<unknown> }[] = [];
  const bury = async (): Promise<void> => {
    for (const { run } of graves) run.bury();
    await Promise.all(graves.splice(0).map(({ ended }) => ended));
  };
  afterAll(bury);

  /** Unpacks in a run that dies at its `at`-th word to the storage. True when it came to an end before. */
  const killedAt = async (at: number, when: 'before' | 'after'): Promise<boolean> => {
    const run = new Run(at, when);
    const ended = Run.current.run(run, () => school.runner.drain('content.unpack-package'));
    graves.push({ run, ended });
    return Promise.race([run.died.then(() => false), ended.then(() => true)]);
  };

  it.each<['before' | 'after']>([['before'], ['after']])(
    'wherever it is, %s any word to the storage: the next finishes, ready or refused, without leftovers',
    async (when) => {
      for (let at = 1, ended = false; !ended; at++) {
        const [ready, refused] = [await uploaded(author, await good()), await uploaded(author, spoilt())];
        const before = await stored(school);
        ended = await killedAt(at, when);
        await leasesRunOut();
        ended = (await killedAt(at, when)) && ended;
        await leasesRunOut();
        await school.settle();
        expect(await seen(author, ready)).toMatchObject({ state: 'ready', files: 5, progress: 1 });
        expect(errorsOf(await seen(author, refused))).toEqual(['archive-file-damaged']);
        // three files more that no other package has, and the refused upload less
        expect((await stored(school)).files - before.files).toBe(2);
        expect((await stored(school)).keys.length - before.keys.length).toBe(2);
      }
      expect(await school.sql(`select * from platform.job where state <> 'done' and kind = 'content.unpack-package'`)).toEqual([]);
    },
    120_000,
  );

  it('again and again by the same archive: that is refused in the end', async () => {
    const before = await stored(school);
    const id = await uploaded(author, await good());
    for (const at of [3, 4, 5]) {
      expect(await killedAt(at, 'before')).toBe(false);
      expect((await seen(author, id)).state).toBe('unpacking');
      await leasesRunOut();
    }
    await school.settle();
    expect(errorsOf(await seen(author, id))).toEqual(['unpack-failed']);
    expect(await stored(school)).toEqual(before);
  });

  it('and comes back to life changes nothing any more', async () => {
    const id = await uploaded(author, await good());
    await killedAt(4, 'before');
    await leasesRunOut();
    await school.settle();
    const [first] = await school.sql(`select state, begun, touched_at from content.package where id = $1`, [id]);
    expect(first).toMatchObject({ state: 'ready', begun: 2 });
    const before = await stored(school);
    await bury();
    expect(await school.sql(`select state, begun, touched_at from content.package where id = $1`, [id])).toEqual([first]);
    expect(await stored(school)).toEqual(before);
  });
});

describe('the sweep', () => {
  it('orders again what has come to a halt, once in a while', async () => {
    const id = await uploaded(author, await good());
    await school.sql(`delete from platform.job where subject = $1`, [id]);
    await sweep();
    expect((await seen(author, id)).state).toBe('queued');
    await school.sql(`update content.package set touched_at = touched_at - interval '16 minutes' where id = $1`, [id]);
    await sweep();
    expect((await seen(author, id)).state).toBe('ready');
  });

  it('leaves alone what another start is working on', async () => {
    const id = await uploaded(author, await good());
    await school.sql(`update content.package set state = 'unpacking', busy_until = clock_timestamp() + interval '1 minute' where id = $1`, [
      id,
    ]);
    await school.settle();
    expect((await seen(author, id)).state).toBe('unpacking');
    await school.sql(`update content.package set busy_until = null, touched_at = touched_at - interval '16 minutes' where id = $1`, [id]);
    await sweep();
    expect((await seen(author, id)).state).toBe('ready');
  });

  it('removes what an upload left whose process died', async () => {
    const before = await stored(school);
    const id = school.runtime.ids.next();
    await school.sql(`insert into content.upload (id, zip_key, started_at) values ($1, $2, clock_timestamp() - interval '23 hours')`, [
      id,
      `packages/${id}.zip`,
    ]);
    await storage.put(`packages/${id}.zip`, Buffer.from('half'), 'application/zip');
    await sweep();
    expect((await stored(school)).keys).toHaveLength(before.keys.length + 1);
    await school.sql(`update content.upload set started_at = started_at - interval '2 hours' where id = $1`, [id]);
    await sweep();
    expect(await stored(school)).toEqual(before);
    expect(await school.sql(`select * from content.upload`)).toEqual([]);
  });
});

describe('an upload', () => {
  it('that cannot be stored is answered so, and leaves nothing', async () => {
    const before = await stored(school);
    storage.failures = { key: /^packages\//, left: 1 };
    await author.upload('/api/content/packages', { file: { name: 'a.zip', content: await good() } }).expectProblem(500, 'internal-error');
    expect(await stored(school)).toEqual(before);
    expect(await school.sql(`select * from content.upload`)).toEqual([]);
  });

  it('that is cut off leaves nothing', async () => {
    await school.app.listen(0, '127.0.0.1');
    const { port } = school.app.getHttpServer().address() as { port: number };
    const before = await stored(school);
    const [packages] = await school.sql<{ count: number }>(`select count(*)::int from content.package`);
    const token = randomBytes(20).toString('hex');
    const { personId, language, grants } = anActor({ roles: ['instructor'] });
    await school.publishes('identity.pub_session', [
      { token_hash: tokenHash(token), kind: 'session', person_id: personId, language, grants, expires_at: '2099-01-01T00:00:00Z' },
    ]);
    const boundary = 'aula';
    const sending = rawRequest({
      port,
      method: 'POST',
      path: '/api/content/packages',
      headers: {
        host: 'academy.test',
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': 5_000_000,
      },
    }).on('error', () => undefined);
    sending.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.zip"\r\n\r\n`);
    sending.write(noise(1_000_000));
    await until(async () => (await school.sql(`select * from content.upload`)).length === 1);
    sending.destroy();
    await until(async () => (await school.sql(`select * from content.upload`)).length === 0);
    expect(await stored(school)).toEqual(before);
    expect(await school.sql(`select count(*)::int from content.package`)).toEqual([packages]);
  });
});
