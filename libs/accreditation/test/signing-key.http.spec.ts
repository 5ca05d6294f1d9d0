import { describe, expect, it } from '@jest/globals';
import { AccreditationModule } from '@aula/accreditation';
import { openHouse, type Settings } from '@aula/platform';
import { house } from '@aula/testing';
import { anIssuedCredential, issuer, publicUrl, publishNothing, settings } from './builders.js';

const school = await house(AccreditationModule, { settings });
await publishNothing(school);

interface DidDocument {
  id: string;
  verificationMethod: { id: string; type: string; controller: string; publicKeyMultibase: string; expires?: string }[];
  assertionMethod: string[];
}
interface Answers {
  integrity: { answer: string };
  issuer: { answer: string; did: string };
  status: { answer: string };
}
const silent = { ordered: () => undefined, recorded: () => undefined };
/** The house once more on the same database, perhaps with other settings, as after a restart. */
const again = (changed: Partial<Settings> = {}) =>
  openHouse(AccreditationModule, { ...school.runtime, settings: { ...school.runtime.settings, ...changed } }, silent);
const didDocument = async (): Promise<DidDocument> => (await school.visitor().get('/.well-known/did.json').expect<DidDocument>(200)).body;
const verified = async (id: string): Promise<Answers> =>
  (await school.visitor().get(`/api/accreditation/verifications/${id}`).expect<Answers>(200)).body;
const settleHeard = () => anIssuedCredential(school);

describe('the first start', () => {
  it('makes a key for credentials and one for status lists, with the private halves sealed', async () => {
    const keys = await school.sql<{ purpose: string; did: string; sealed_seed: Buffer }>(
      `select purpose, did, sealed_seed from accreditation.signing_key order by purpose`,
    );
    expect(keys.map(({ purpose, did }) => [purpose, did])).toEqual([
      ['credentials', issuer],
      ['status-list', issuer],
    ]);
    expect(keys.map((key) => key.sealed_seed.length)).toEqual([60, 60]);
  });

  it('makes them once when many processes start together', async () => {
    await school.sql('delete from accreditation.signing_key');
    const opened = await Promise.all(Array.from({ length: 6 }, () => again()));
    const [keys] = await school.sql<{ n: number }>('select count(*)::int as n from accreditation.signing_key');
    expect(keys!.n).toBe(2);
    await Promise.all(opened.map(({ app }) => app.close()));
  });
});

describe('the DID document', () => {
  it('stands where did:web looks for it and lists the keys', async () => {
    const document = await didDocument();
    expect(document.id).toBe(issuer);
    expect(document.verificationMethod).toHaveLength(2);
    expect(document.assertionMethod).toEqual(document.verificationMethod.map(({ id }) => id));
    for (const method of document.verificationMethod) {
      expect(method).toMatchObject({ type: 'Multikey', controller: issuer, publicKeyMultibase: expect.stringMatching(/^z6Mk/) });
    }
    const { headers } = await school.visitor().get('/.well-known/did.json').expect(200);
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*' });
  });

  it('names its port on the machine of a developer', async () => {
    const { app } = await again({ publicUrl: 'http://localhost:3000' });
    const answer = await app.inject({ method: 'GET', url: '/.well-known/did.json' });
    expect((JSON.parse(answer.payload) as DidDocument).id).toBe('did:web:localhost%3A3000');
    await app.close();
  });

  it('is not there for an address that cannot be an issuer, and the house opens all the same', async () => {
    const { app } = await again({ publicUrl: 'http://192.0.2.7:3000' });
    const answer = await app.inject({ method: 'GET', url: '/.well-known/did.json' });
    expect([answer.statusCode, (JSON.parse(answer.payload) as { code: string }).code]).toEqual([503, 'signing-key.unavailable']);
    await app.close();
  });
});

describe('a retired key', () => {
  it('leaves assertionMethod, is followed by another, and what it signed goes on verifying', async () => {
    const before = await settleHeard();
    const held = (
      await school.visitor().get(`/api/accreditation/credentials/${before.id}`).expect<{ proof: { verificationMethod: string } }>(200)
    ).body;
    await school.sql(`update accreditation.signing_key set retired_at = clock_timestamp() where purpose = 'credentials' and did = $1`, [
      issuer,
    ]);
    const after = await settleHeard();
    const document = await didDocument();
    expect(document.verificationMethod).toHaveLength(3);
    expect(document.assertionMethod).toHaveLength(2);
    expect(document.assertionMethod).not.toContain(held.proof.verificationMethod);
    expect(document.verificationMethod.find(({ id }) => id === held.proof.verificationMethod)).toHaveProperty('expires');
    for (const { id } of [before, after]) {
      expect(await verified(id)).toMatchObject({
        integrity: { answer: 'intact' },
        issuer: { answer: 'trusted' },
        status: { answer: 'in-force' },
      });
    }
    const posted = await school.visitor().post('/api/accreditation/verifications', { credential: held }).expect<Answers>(200);
    expect(posted.body).toMatchObject({ integrity: { answer: 'intact' }, status: { answer: 'in-force' } });
  });

  it('does not vouch for a document that the register does not hold: it may be dated back', async () => {
    const made = await settleHeard();
    const held = (await school.visitor().get(`/api/accreditation/credentials/${made.id}`).expect<object>(200)).body;
    await school.sql(
      `update accreditation.signing_key set retired_at = clock_timestamp() where purpose = 'credentials' and retired_at is null`,
    );
    const post = async () =>
      (await school.visitor().post('/api/accreditation/verifications', { credential: held }).expect<Answers>(200)).body.integrity.answer;
    expect(await post()).toBe('intact');
    await school.sql('delete from accreditation.credential_document where credential_id = $1', [made.id]);
    expect(await post()).toBe('altered');
  });
});

describe('a new public address', () => {
  it('is a new issuer with its own keys; what the old one signed goes on verifying as ours', async () => {
    const old = await settleHeard();
    const { app } = await again({ publicUrl: 'https://new.academy.test' });
    const get = async <T>(url: string): Promise<T> => JSON.parse((await app.inject({ method: 'GET', url })).payload) as T;
    const document = await get<DidDocument>('/.well-known/did.json');
    expect(document.id).toBe('did:web:new.academy.test');
    expect(document.verificationMethod).toHaveLength(2);
    expect(await get(`/api/accreditation/verifications/${old.id}`)).toMatchObject({
      integrity: { answer: 'intact' },
      issuer: { answer: 'trusted', did: issuer },
      status: { answer: 'in-force' },
    });
    await app.close();
    expect((await didDocument()).id).toBe(issuer);
    expect(publicUrl).not.toContain('new.');
  });
});
