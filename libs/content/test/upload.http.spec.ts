import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Actor, PackageView, UploadView } from '@aula/contracts';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ObjectStorage, tokenHash } from '@aula/platform';
import { anActor, house, rawRequest } from '@aula/testing';
import { Upload } from 'tus-js-client';
import { ContentModule } from '../src/content.module.js';
import { aPackageZip, seen, stored, until } from './a-package.js';

const school = await house(ContentModule);
const instructor = anActor({ roles: ['instructor'] });
const author = school.as(instructor);
const other = school.as(anActor({ roles: ['instructor', 'administrator'] }));
const path = '/api/content/uploads';

const noise = (bytes: number): Buffer => randomBytes(bytes);
const metadata = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`;
const tus = author.with({ 'tus-resumable': '1.0.0' });
const begun = async (size: number, name = 'curso.zip', by = tus): Promise<string> => {
  const answer = await by
    .with({ 'upload-length': String(size), 'upload-metadata': metadata(name) })
    .post(path)
    .expect(201);
  return String(answer.headers['location']);
};
const viewed = async (place: string): Promise<UploadView> => (await author.get(place).expect<UploadView>(200)).body;
/** Ends every upload that is open, so that each test begins with none. */
const clean = async (): Promise<void> => {
  await school.sql(`delete from content.resumable_upload where package_id is null`);
};

describe('a package in pieces', () => {
  let port: number;
  let token: string;
  beforeAll(async () => {
    await school.app.listen(0, '127.0.0.1');
    port = (school.app.getHttpServer().address() as { port: number }).port;
    token = await signedIn(instructor);
  });
  const signedIn = async ({ personId, language, grants }: Actor): Promise<string> => {
    const own = noise(12).toString('hex');
    await school.publishes('identity.pub_session', [
      { token_hash: tokenHash(own), kind: 'session', person_id: personId, language, grants, expires_at: '2099-01-01T00:00:00Z' },
    ]);
    return own;
  };
  /** Sends bytes from an offset on and lets the line break, or hang, behind `before` of them. */
  const sendPart = (place: string, from: number, bytes: Buffer, whole: number) => {
    const sending = rawRequest({
      port,
      method: 'PATCH',
      path: place,
      headers: {
        authorization: `Bearer ${token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': from,
        'content-type': 'application/offset+octet-stream',
        'content-length': whole,
      },
    }).on('error', () => undefined);
    sending.write(bytes);
    return sending;
  };

  it('sent by a common client is kept, made whole and unpacked; nothing of the pieces stays', async () => {
    const before = await stored(school);
    const zip = await aPackageZip({ more: { 'a.bin': noise(300_000) } });
    const upload = await new Promise<Upload>((resolve, reject) => {
      const one = new Upload(zip, {
        endpoint: `http://127.0.0.1:${port}${path}`,
        headers: { authorization: `Bearer ${token}` },
        metadata: { filename: 'Atención.zip' },
        chunkSize: 100_000,
        retryDelays: null,
        onSuccess: () => resolve(one),
        onError: reject,
      });
      one.start();
    });
    const place = new URL(upload.url!).pathname;
    expect(await viewed(place)).toMatchObject({ state: 'received', size: zip.length, received: zip.length, fileName: 'Atención.zip' });
    await school.settle();
    const { state, packageId } = await viewed(place);
    expect(state).toBe('done');
    expect(await seen(author, packageId!)).toMatchObject({ state: 'ready', files: 4, fileName: 'Atención.zip', size: zip.length });
    const after = await stored(school);
    expect(after.keys.filter((key) => key.startsWith('uploads/'))).toEqual([]);
    expect(after.files - before.files).toBe(5);
    expect((await author.get(path).expect<{ items: UploadView[] }>(200)).body.items).toEqual([]);
  });

  it('goes on from where the line broke', async () => {
    const zip = await aPackageZip({ more: { 'b.bin': noise(400_000) } });
    const place = await begun(zip.length);
    const sending = sendPart(place, 0, zip.subarray(0, 250_000), zip.length);
    await until(() => Promise.resolve((sending.socket?.bytesWritten ?? 0) >= 250_000));
    sending.destroy();
    await until(async () => (await viewed(place)).received > 0);
    const { received } = await viewed(place);
    expect(received).toBeLessThanOrEqual(250_000);
    const answer = await tus.get(place).expect(200);
    expect(answer.status).toBe(200);
    const rest = sendPart(place, received, zip.subarray(received), zip.length - received);
    rest.end();
    const [reply] = (await once(rest, 'response')) as [{ statusCode: number; headers: Record<string, string> }];
    expect([reply.statusCode, reply.headers['upload-offset']]).toEqual([204, String(zip.length)]);
    await school.settle();
    const done: PackageView = await seen(author, (await viewed(place)).packageId!);
    expect([done.state, done.size]).toEqual(['ready', zip.length]);
  });

  it('can be asked for what the server can do', async () => {
    const asked = rawRequest({ port, method: 'OPTIONS', path, headers: { authorization: `Bearer ${token}` } });
    asked.end();
    const [{ statusCode, headers }] = (await once(asked, 'response')) as [{ statusCode: number; headers: Record<string, string> }];
    expect([statusCode, headers]).toMatchObject([
      204,
      { 'tus-version': '1.0.0', 'tus-extension': 'creation,termination,expiration', 'tus-max-size': '2147483648' },
    ]);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('on a line that hangs is taken over by its sender', async () => {
    const place = await begun(1_000);
    const hanging = sendPart(place, 0, noise(400), 1_000);
    await until(() => Promise.resolve((hanging.socket?.bytesWritten ?? 0) > 400));
    const asked = rawRequest({
      port,
      method: 'HEAD',
      path: place,
      headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' },
    });
    asked.end();
    const [reply] = (await once(asked, 'response')) as [{ statusCode: number; headers: Record<string, string> }];
    expect([reply.statusCode, reply.headers['upload-offset'], reply.headers['upload-length']]).toEqual([200, '400', '1000']);
    hanging.destroy();
  });

  it('written to twice from the same place keeps one of both', async () => {
    await clean();
    const place = await begun(2_000);
    const id = place.split('/').at(-1)!;
    const hanging = sendPart(place, 0, noise(500), 1_000);
    await until(() => Promise.resolve((hanging.socket?.bytesWritten ?? 0) > 500));
    // as another process would
    await school.sql(`update content.resumable_upload set received = 700 where id = $1`, [id]);
    hanging.end(noise(500));
    const [reply] = (await once(hanging, 'response')) as [{ statusCode: number }];
    expect(reply.statusCode).toBe(409);
    expect((await stored(school)).keys.filter((key) => key.startsWith('uploads/') && key.includes(id))).toEqual([]);
  });
});

describe('an upload', () => {
  beforeAll(clean);
  const piece = (size: number) => ({
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
    'content-length': String(size),
  });

  it('belongs to its owner, administrators or not', async () => {
    const place = await begun(10);
    const stranger = other.with({ 'tus-resumable': '1.0.0' });
    await stranger.get(place).expectProblem(404, 'not-found');
    await stranger.delete(place).expectProblem(404, 'not-found');
    await stranger.with(piece(0)).patch(place).expectProblem(404, 'not-found');
    await school.visitor({ 'tus-resumable': '1.0.0', 'upload-length': '5' }).post(path).expectProblem(401, 'not-signed-in');
    await school.as(anActor()).with({ 'tus-resumable': '1.0.0', 'upload-length': '5' }).post(path).expectProblem(403, 'forbidden');
  });

  it('is bounded in size and number', async () => {
    await clean();
    await tus
      .with({ 'upload-length': String(2 * 1024 ** 3 + 1) })
      .post(path)
      .expectProblem(413, 'body-too-large');
    await tus.with({ 'upload-defer-length': '1' }).post(path).expectProblem(400, 'invalid-request');
    await tus.with({ 'upload-length': 'many' }).post(path).expectProblem(400, 'invalid-request');
    await author.with({ 'upload-length': '5' }).post(path).expectProblem(412, 'precondition-failed');
    const all = await Promise.allSettled(Array.from({ length: 14 }, () => begun(10)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await tus.with({ 'upload-length': '5' }).post(path).expectProblem(409, 'content.uploads-open');
    const { items } = (await author.get(path).expect<{ items: UploadView[] }>(200)).body;
    expect(items).toHaveLength(10);
    await tus.delete(`${path}/${items[0]!.id}`).expect(204);
    await begun(10);
    await clean();
  });

  it('takes no byte beyond its size and none out of place', async () => {
    const place = await begun(10);
    await tus
      .with({ ...piece(0), 'upload-offset': '5' })
      .patch(place)
      .expectProblem(409, 'content.upload-offset');
    await tus.with(piece(11)).patch(place).expectProblem(413, 'body-too-large');
    expect((await viewed(place)).received).toBe(0);
  });

  it('that is discarded or expires leaves nothing', async () => {
    await clean();
    const before = await stored(school);
    const [first, second] = [await begun(10), await begun(10)];
    const ids = [first, second].map((place) => place.split('/').at(-1)!);
    const storage = school.app.get<ObjectStorage>(ObjectStorage);
    for (const id of ids) await storage.put(`uploads/${id}/${school.runtime.ids.next()}`, noise(5), 'application/octet-stream');
    await tus.delete(first).expect(204);
    await author.get(first).expectProblem(404, 'not-found');
    await school.sql(`update content.resumable_upload set expires_at = clock_timestamp() - interval '61 minutes'`);
    await author.get(second).expectProblem(410, 'content.upload-expired');
    await school.sql(`insert into platform.job (id, kind) values ($1, 'content.sweep-uploads')`, [school.runtime.ids.next()]);
    await school.settle();
    expect(await stored(school)).toEqual(before);
    await author.get(second).expectProblem(404, 'not-found');
  });

  it('of nothing is refused as a package that is no zip', async () => {
    const place = await begun(0);
    await school.settle();
    const found = await seen(author, (await viewed(place)).packageId!);
    expect([found.state, found.findings[0]!.code]).toEqual(['refused', 'archive-unreadable']);
  });
});
