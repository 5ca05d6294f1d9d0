import { createDecipheriv, hash } from 'node:crypto';
import { deriveKey, type Settings } from '@aula/platform';
import { createJcsSigner, keyPairFromSeed, timestamp, type JcsSigning } from '@aula/open-badges';
import type { AsHouse } from './as-house.ts';
import { Chance } from './chance.ts';

interface Issued {
  id: string;
  document: string;
  completedAt: Date;
}
type Document = ReturnType<Parameters<typeof createJcsSigner<'id'>>[1]>;

/**
 * Gives the certificates of the past their own days: the document that the academy wrote for a completion of long ago is dated to the
 * minute after it and signed again with the same key, whose time of use begins that much earlier. Returns how many.
 */
export const dateCertificates = async (on: AsHouse, { secret }: Pick<Settings, 'secret'>): Promise<number> => {
  const issued = await on.rows<Issued>(
    `select c.id, d.document, c.completed_at as "completedAt" from accreditation.credential c
     join accreditation.credential_document d on d.credential_id = c.id
     where c.issued_at > c.completed_at + interval '1 hour' order by c.id`,
  );
  if (issued.length === 0) return 0;
  const key = await signingKey(on, secret);
  const dated = issued.map((each) => datedOf(each, key));
  await on.rows(
    `update accreditation.signing_key set valid_from = least(valid_from, $2::timestamptz) where verification_method = $1`,
    key.verificationMethod,
    new Date(Math.min(...dated.map(({ at }) => at.getTime())) - 86_400_000),
  );
  await on.each(
    dated,
    `with dated as (select * from jsonb_to_recordset($1::jsonb) as d(id text, document text, hash text, at timestamptz, revoked timestamptz)),
     written as (update accreditation.credential_document t set document = d.document from dated d where t.credential_id = d.id)
     update accreditation.credential c set created_at = d.at, issued_at = d.at, document_hash = decode(d.hash, 'hex'),
       revoked_at = case when c.revoked_at is not null then d.revoked end
     from dated d where c.id = d.id`,
  );
  await on.audit(
    'credential',
    'issued',
    dated.map(({ id }) => id),
  );
  return dated.length;
};

type Key = Pick<JcsSigning, 'key' | 'verificationMethod'>;

/** The academy's key for credentials, opened as its house opens it: AES-256-GCM, nonce of 12 bytes first, tag of 16 last. */
const signingKey = async (on: AsHouse, secret: string): Promise<Key> => {
  const [row] = await on.rows<{ name: string; sealed: Buffer }>(
    `select verification_method as name, sealed_seed as sealed from accreditation.signing_key
     where purpose = 'credentials' and retired_at is null order by valid_from limit 1`,
  );
  if (!row) throw new Error('the academy has no signing key');
  const { name, sealed } = row;
  const opening = createDecipheriv('aes-256-gcm', deriveKey(secret, 'signing-key'), sealed.subarray(0, 12), { authTagLength: 16 });
  opening.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-16));
  const seed = Buffer.concat([opening.update(sealed.subarray(12, -16)), opening.final()]);
  return { key: keyPairFromSeed(seed).privateKey, verificationMethod: name };
};

const datedOf = ({ id, document, completedAt }: Issued, key: Key) => {
  const chance = new Chance(`certificate ${completedAt.toString()}`);
  const at = new Date(new Date(completedAt).getTime() + 60_000);
  const claims = unsigned(JSON.parse(document) as Document & { id: string });
  const signed = createJcsSigner(['id'], ({ id: address }) => ({ ...claims, id: address, validFrom: timestamp(at) }), {
    ...key,
    created: at,
  });
  const text = signed({ id: claims.id });
  const revoked = new Date(Math.min(at.getTime() + chance.between(5, 25) * 86_400_000, Date.now()));
  return { id, document: text, hash: hash('sha256', text, 'hex'), at, revoked };
};

const unsigned = ({ proof: _, ...claims }: Document & { id: string }) => claims;
