import { describe, expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import { decodeStatusBits, generateKeyPair, getStatusBit, signJcs, type JsonObject } from '@aula/open-badges';
import { SystemRandom } from '@aula/platform';
import { anActor, house, type Client } from '@aula/testing';
import { anIssuedCredential, issuer, publicUrl, publishNothing, settings } from './builders.js';
import { accepts } from './independent-verifier.js';
import { leavesOf, mutated, seed, type Change } from './mutations.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);

type Json = Record<string, unknown>;
interface Answers {
  id: string | null;
  integrity: { answer: string };
  issuer: { answer: string; did: string | null };
  accreditation: { answer: string };
  status: { answer: string; since: string | null; reason: string | null };
  claims: Json | null;
  hash: string | null;
}

/** Somebody new each time, so that nobody's budget is spent. */
let strangers = 0;
const stranger = (): Client => school.visitor({ 'x-forwarded-for': `10.1.${Math.floor(++strangers / 250)}.${strangers % 250}` });
const registrar = school.as(anActor({ roles: ['registrar'] }));
const documentOf = async (id: string): Promise<Json> =>
  (await stranger().get(`/api/accreditation/credentials/${id}`).expect<Json>(200)).body;
const didDocument = async (): Promise<object> => (await school.visitor().get('/.well-known/did.json').expect<object>(200)).body;
const byNumber = async (id: string): Promise<Answers> =>
  (await stranger().get(`/api/accreditation/verifications/${id}`).expect<Answers>(200)).body;
const byDocument = async (credential: unknown): Promise<Answers> =>
  (await stranger().post('/api/accreditation/verifications', { credential }).expect<Answers>(200)).body;
const listIdOf = (document: Json): string =>
  String((document['credentialStatus'] as Json)['statusListCredential'])
    .split('/')
    .at(-1)!;
const listOf = async (document: Json): Promise<Json> =>
  (
    await school
      .visitor()
      .get(`/api/accreditation/status-lists/${listIdOf(document)}`)
      .expect<Json>(200)
  ).body;
const publishAll = async (): Promise<void> => {
  await school.sql(`insert into platform.job (id, kind) values ($1, 'accreditation.publish-status-list')`, [school.runtime.ids.next()]);
  await school.settle();
};

const { id, person, version, completion } = await anIssuedCredential(school);
const credential = await documentOf(id);

describe('a credential in force', () => {
  const inForce = {
    id,
    integrity: { answer: 'intact' },
    issuer: { answer: 'trusted', did: issuer },
    accreditation: { answer: 'not-accredited', by: null },
    status: { answer: 'in-force', since: null, reason: null },
    claims: { title: 'Primer respondiente', hours: 40, description: expect.stringContaining('40 horas') },
  };

  it('is answered four times, by its number and by the document', async () => {
    expect(await byNumber(id)).toMatchObject(inForce);
    expect(await byDocument(credential)).toMatchObject(inForce);
    expect((await byDocument(credential)).hash).toBe((await byNumber(id)).hash);
  });

  it('tells of its content what was signed and nothing beside it, whatever the course is called elsewhere', async () => {
    const { achievement, id: subject } = credential.credentialSubject as { achievement: Record<string, unknown>; id: string };
    expect((await byNumber(id)).claims).toEqual({
      title: achievement['name'],
      description: achievement['description'],
      hours: 40,
      criteria: (achievement['criteria'] as { narrative: string }).narrative,
      validFrom: credential['validFrom'],
      subject,
    });
  });

  it('is found by its number in capitals, with hyphens, or as the address of its page', async () => {
    const spoken = `${id.slice(0, 5)}-${id.slice(5)}`.toUpperCase();
    expect(await byNumber(spoken)).toMatchObject(inForce);
    expect(await byNumber(encodeURIComponent(`${publicUrl}/v/${id}`))).toMatchObject(inForce);
  });

  it('says nothing about its holder', async () => {
    const answer = await stranger().get(`/api/accreditation/verifications/${id}`).expect(200);
    const said = `${answer.text} ${JSON.stringify(answer.headers)}`.toLowerCase();
    const personal = [person.id, person.email, person.given_name, person.family_name, completion.enrollmentId, completion.completionId];
    expect(personal.filter((each) => said.includes(each.toLowerCase()))).toEqual([]);
    expect(answer.headers).toMatchObject({ 'x-robots-tag': 'noindex', 'cache-control': 'no-store' });
  });

  it('is accepted by an independent verifier that knows the DID document alone, and so is its status list', async () => {
    expect(await accepts(credential, await didDocument())).toBe(true);
    expect(await accepts(await listOf(credential), await didDocument())).toBe(true);
  });
});

describe('a changed document', () => {
  const leaves = leavesOf(credential);

  it.each<Change>(['changed', 'removed', 'retyped', 'null'])('is altered with any leaf %s', async (change) => {
    expect(leaves.length).toBeGreaterThan(25);
    const answers = await Promise.all(leaves.map((path) => byDocument(mutated(credential, path, change))));
    const taken = answers.flatMap((answer, place) =>
      answer.integrity.answer === 'altered' ? [] : [[leaves[place], answer.integrity.answer]],
    );
    expect(taken).toEqual([]);
    expect(
      answers.every((answer) => answer.claims === null && answer.status.answer === 'unknown' && answer.issuer.answer === 'unknown'),
    ).toBe(true);
  });

  it(`is refused by an independent verifier too (sample, seed ${String(seed)})`, async () => {
    const document = await didDocument();
    const sample = leaves.filter((_, place) => (place + seed) % 3 === 0);
    const accepted = await Promise.all(sample.map((path) => accepts(mutated(credential, path, 'changed'), document)));
    expect(accepted).toEqual(sample.map(() => false));
  });

  it('is altered when its proof is gone, doubled or somebody else’s', async () => {
    const { proof, ...unsigned } = credential as { proof: Json } & Json;
    const pair = generateKeyPair((size) => new SystemRandom().bytes(size));
    const method = String(proof['verificationMethod']);
    const forgeries = [
      unsigned,
      { ...unsigned, proof: [proof, proof] },
      { ...unsigned, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } },
      signJcs(unsigned as JsonObject, pair.privateKey, method, new Date()),
      signJcs(unsigned as JsonObject, pair.privateKey, `${issuer}#own`, new Date()),
      signJcs({ ...unsigned, id: `${publicUrl}/v/0000000000000000000000000a` }, pair.privateKey, method, new Date()),
    ];
    const answers = await Promise.all(forgeries.map(byDocument));
    expect(answers.map((answer) => answer.integrity.answer)).toEqual(forgeries.map(() => 'altered'));
  });

  it('cannot be checked when it is nobody’s we know', async () => {
    const pair = generateKeyPair((size) => new SystemRandom().bytes(size));
    const { proof, ...unsigned } = {
      ...credential,
      id: 'urn:uuid:9d1c3e0e-7d6c-4c07-9d5b-3f1c64b2ab11',
      issuer: { id: 'did:web:other.example' },
    } as unknown as { proof: Json } & Json;
    expect(proof).toBeDefined();
    const foreign = signJcs(unsigned as JsonObject, pair.privateKey, 'did:web:other.example#key-1', new Date());
    for (const document of [foreign, {}, { id: 7, issuer: [], proof: null }, { credentialStatus: [[{}]] }, nested(3_000)]) {
      expect((await byDocument(document)).integrity.answer).toBe('cannot-be-checked');
    }
  });

  it('is not even judged when it is no object', async () => {
    for (const body of [{ credential: 'text' }, { credential: [] }, {}, { credential: {}, more: 1 }]) {
      await stranger().post('/api/accreditation/verifications', body).expectProblem(400, 'invalid-request');
    }
  });

  it('in the register itself is altered too: document, hash, or another one’s document', async () => {
    const other = await anIssuedCredential(school);
    const third = await anIssuedCredential(school);
    const set = (document: string, of: string): Promise<unknown> =>
      school.sql(`update accreditation.credential_document set document = ${document} where credential_id = $1`, [of]);
    await set(`replace(document, '40 horas', '90 horas')`, other.id);
    expect(await byNumber(other.id)).toMatchObject({ integrity: { answer: 'altered' }, status: { answer: 'unknown' }, claims: null });
    await set(`left(document, 300)`, other.id);
    expect(await byNumber(other.id)).toMatchObject({ integrity: { answer: 'altered' } });
    await school.sql(
      `update accreditation.credential c set document_hash = x.document_hash from accreditation.credential x where c.id = $1 and x.id = $2`,
      [other.id, third.id],
    );
    await set(`(select document from accreditation.credential_document where credential_id = '${third.id}')`, other.id);
    expect(await byNumber(other.id)).toMatchObject({ integrity: { answer: 'altered' } });
    expect(await byNumber(third.id)).toMatchObject({ integrity: { answer: 'intact' } });
  });
});

describe('a revoked credential', () => {
  it('is revoked at once, then in the published list, with reason and time, and never in force again', async () => {
    const made = await anIssuedCredential(school);
    const document = await documentOf(made.id);
    expect(await byNumber(made.id)).toMatchObject({ status: { answer: 'in-force' } });
    await registrar.post(`/api/accreditation/credentials/${made.id}/revocation`, { reason: 'Acta anulada' }).expect(200);
    const revoked = {
      integrity: { answer: 'intact' },
      issuer: { answer: 'trusted' },
      status: { answer: 'revoked', reason: 'Acta anulada' },
    };
    expect(await byNumber(made.id)).toMatchObject(revoked);
    expect(await byDocument(document)).toMatchObject(revoked);
    await school.settle();
    const list = (await listOf(document)) as { credentialSubject: { encodedList: string } };
    const index = Number((document['credentialStatus'] as Json)['statusListIndex']);
    expect(getStatusBit(decodeStatusBits(list.credentialSubject.encodedList), index)).toBe(true);
    const { status } = await byNumber(made.id);
    expect(Math.abs(Date.parse(status.since!) - Date.now())).toBeLessThan(60_000);
    expect(await byNumber(id)).toMatchObject({ status: { answer: 'in-force' } });
  });

  it('is revoked by the list alone, as any verifier would see it', async () => {
    const made = await anIssuedCredential(school);
    const hide = `update accreditation.credential set revoked_at = null, revocation_reason = null, state = 'issued' where id = $1`;
    await registrar.post(`/api/accreditation/credentials/${made.id}/revocation`, { reason: 'Acta anulada' }).expect(200);
    await school.settle();
    await school.sql(hide, [made.id]);
    expect(await byNumber(made.id)).toMatchObject({ status: { answer: 'revoked', since: null } });
  });
});

describe('the status list', () => {
  it('that is stale gives "unknown", never "in force"', async () => {
    school.clock.set(new Date(Date.now() - 3 * 86_400_000));
    await publishAll();
    expect(await byNumber(id)).toMatchObject({ integrity: { answer: 'intact' }, status: { answer: 'unknown' } });
    expect(await byDocument(credential)).toMatchObject({ status: { answer: 'unknown' } });
    school.clock.set(new Date());
    await publishAll();
    expect(await byNumber(id)).toMatchObject({ status: { answer: 'in-force' } });
  });

  it('that was changed gives "unknown"', async () => {
    const flip = `update accreditation.status_list set document = replace(document, '"encodedList":"u', '"encodedList":"uA') where id = $1`;
    await school.sql(flip, [listIdOf(credential)]);
    expect(await byNumber(id)).toMatchObject({ status: { answer: 'unknown' } });
    await publishAll();
    expect(await byNumber(id)).toMatchObject({ status: { answer: 'in-force' } });
  });

  it('is made when somebody asks and there is none yet', async () => {
    const forget = (): Promise<unknown> =>
      school.sql(`update accreditation.status_list set document = null where id = $1`, [listIdOf(credential)]);
    await forget();
    expect(await byNumber(id)).toMatchObject({ status: { answer: 'in-force' } });
    await forget();
    expect((await listOf(credential))['type']).toContain('BitstringStatusListCredential');
  });

  it('has room for 131,072, is valid longer than the hour between two of them, and may be cached', async () => {
    const answer = await school
      .visitor()
      .get(`/api/accreditation/status-lists/${listIdOf(credential)}`)
      .expect<Json>(200);
    const subject = answer.body['credentialSubject'] as { encodedList: string; statusPurpose: string };
    expect(decodeStatusBits(subject.encodedList).length * 8).toBeGreaterThanOrEqual(131_072);
    expect(Date.parse(String(answer.body['validUntil'])) - Date.now()).toBeGreaterThan(20 * 3_600_000);
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' });
    await school
      .visitor({ 'if-none-match': String(answer.headers['etag']) })
      .get(`/api/accreditation/status-lists/${listIdOf(credential)}`)
      .expect(304);
  });

  it('is unknown at any other address, which no cache keeps', async () => {
    for (const other of ['0193e2f0-0000-7000-8000-000000000000', 'x', version.id]) {
      const answer = await school.visitor().get(`/api/accreditation/status-lists/${other}`).whatever<{ code: string }>();
      expect([answer.status, answer.body.code, answer.headers['cache-control']]).toEqual([404, 'status-list.unknown', undefined]);
    }
  });
});

describe('what is not there', () => {
  it('is answered in one way, whatever was asked', async () => {
    const numbers = ['0000000000000000000000000a', 'zzzz', `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`, '%20', "' or true --"];
    const answers = await Promise.all(
      numbers.map((number) =>
        stranger()
          .get(`/api/accreditation/verifications/${encodeURIComponent(number)}`)
          .expectProblem(404, 'credential.unknown'),
      ),
    );
    expect(new Set(answers.map(({ requestId: _, ...rest }) => JSON.stringify(rest))).size).toBe(1);
  });

  it('cannot be looked for without end', async () => {
    const one = school.visitor({ 'x-forwarded-for': '10.9.9.9' });
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, turn) => one.get(`/api/accreditation/verifications/${String(turn)}`).whatever<{ code: string }>()),
    );
    const codes = answers.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'credential.unknown')).toHaveLength(120);
    expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(30);
    await one.get(`/api/accreditation/credentials/${id}`).expectProblem(429, 'too-many-requests');
    await one.post('/api/accreditation/verifications', { credential }).expectProblem(429, 'too-many-requests');
    const [kept] = await school.sql<{ n: number }>(`select count(*)::int as n from platform.rate where key like '%10.9.9.9%'`);
    expect(kept!.n).toBe(0);
  });
});

const nested = (depth: number): Json => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as Json;
