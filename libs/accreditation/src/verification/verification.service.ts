import { Injectable } from '@nestjs/common';
import type { Verification, VerificationBatch } from '@aula/contracts';
import { credentialStatus, fourAnswers, openStatusList, type EntryStatus, type StatusList } from '@aula/open-badges';
import { Problem, Work, inOrder } from '@aula/platform';
import { credentialIdOf } from '../credential/credential.entity.js';
import { databaseTime } from '../credential/signature.queries.js';
import { keyResolver, type SigningKey } from '../signing-key/signing-key.entity.js';
import { allKeys } from '../signing-key/signing-key.queries.js';
import { StatusLists } from '../status-list/status-list.service.js';
import {
  checkProof,
  claimsOf,
  fieldsOf,
  fitsRegister,
  isRegistered,
  registryOf,
  storedDocument,
  type RegisteredCredential,
} from './verification.entity.js';
import { registered, registeredAmong } from './verification.queries.js';

/** Answers what anybody may ask about a credential, as any verifier would answer it: from the signed document and the published list. */
@Injectable()
export class Verifications {
  constructor(
    private readonly work: Work,
    private readonly lists: StatusLists,
  ) {}

  /** The answers for a number. Problem: not-found `credential.unknown`, the same for whatever is not there. */
  async ofNumber(text: string): Promise<Verification> {
    const { row, keys, now } = await this.look(credentialIdOf(text));
    if (!row) throw new Problem('not-found', 'credential.unknown');
    return this.answer(judgedOf(row), row, { keys, now, anchored: true });
  }

  /** The answers for a document that somebody holds, whatever it is. */
  async ofDocument(document: unknown): Promise<Verification> {
    const { row, keys, now } = await this.look(credentialIdOf(fieldsOf(document).id ?? ''));
    return this.answer(document, row, { keys, now, anchored: isRegistered(row, document) });
  }

  /** The answers for many, in order; null for a number that is not there. Rows and keys are read once for all. */
  async ofMany(items: VerificationBatch['items']): Promise<(Verification | null)[]> {
    const ids = items.map((item) => credentialIdOf('id' in item ? item.id : (fieldsOf(item.credential).id ?? '')));
    const { found, keys, now } = await this.work.read(async (em) => ({
      found: await registeredAmong(em, [...new Set(ids.filter((id) => id !== null))]),
      keys: await allKeys(em),
      now: await databaseTime(em),
    }));
    return inOrder(items.entries(), ([place, item]) => {
      const row = ids[place] ? found.get(ids[place]) : undefined;
      if ('credential' in item) return this.answer(item.credential, row, { keys, now, anchored: isRegistered(row, item.credential) });
      return row ? this.answer(judgedOf(row), row, { keys, now, anchored: true }) : Promise.resolve(null);
    });
  }

  private look(id: ReturnType<typeof credentialIdOf>) {
    return this.work.read(async (em) => ({ row: await registered(em, id), keys: await allKeys(em), now: await databaseTime(em) }));
  }

  private async answer(
    document: unknown,
    row: RegisteredCredential | undefined,
    { keys, now, anchored }: { keys: readonly SigningKey[]; now: Date; anchored: boolean },
  ): Promise<Verification> {
    const verification = checkProof(document, keys, { anchored, known: row !== undefined });
    const { verified } = verification;
    const { integrity, issuer, accreditation, status } = fourAnswers({
      credential: document,
      verification,
      registry: registryOf(keys),
      status: verified ? await this.status(document, row, keys, now) : 'unknown',
      superseded: row?.superseded ?? false,
      now,
    });
    const revoked = status === 'revoked' ? row : undefined;
    return {
      id: row?.id ?? null,
      integrity: { answer: integrity },
      issuer: { answer: issuer, did: verified ? verification.issuer : null, name: verified ? fieldsOf(document).issuerName : null },
      accreditation,
      status: { answer: status, since: revoked?.revoked_at ?? null, reason: revoked?.revocation_reason ?? null },
      claims: verified ? claimsOf(document) : null,
      hash: anchored && row ? row.document_hash.toString('hex') : null,
    };
  }

  /** From the published list; the register may know of a revocation before the list does, and never the other way round. */
  private async status(
    document: unknown,
    row: RegisteredCredential | undefined,
    keys: readonly SigningKey[],
    now: Date,
  ): Promise<EntryStatus> {
    if (row?.revoked_at) return 'revoked';
    const lists = await this.lists.at(fieldsOf(document).lists);
    const opened = new Map(lists.map((list): [string, StatusList | null] => [list.address, opening(list, keys)]));
    return credentialStatus(document, (address) => opened.get(address) ?? null, now);
  }
}

/** The document that the register holds; one that does not fit its row is judged as if its content had been lost. */
const judgedOf = (row: RegisteredCredential): unknown => {
  const document = storedDocument(row);
  return fitsRegister(row, document) ? document : undefined;
};

/** The signed list, if it is whole and signed by the credential's issuer with a key for lists. */
const opening = ({ document, did, address }: { document: string | null; did: string; address: string }, keys: readonly SigningKey[]) =>
  openStatusList(parsed(document), keyResolver(keys, 'status-list', { anchored: true }), { issuer: did, id: address });

const parsed = (document: string | null): unknown => {
  try {
    return JSON.parse(document ?? 'null') as unknown;
  } catch {
    return null;
  }
};
