import { Injectable } from '@nestjs/common';
import type { Actor, CredentialQuery } from '@aula/contracts';
import { Problem, Work } from '@aula/platform';
import { canBecome, credentialIdOf } from './credential.entity.js';
import { mayRevoke, maySee, type CredentialSubject } from './credential.policy.js';
import { credentialRow, credentialsFor, documentOf, writeRevocation, type CredentialRow } from './credential.queries.js';

@Injectable()
export class Credentials {
  constructor(private readonly work: Work) {}

  /** A page of what the actor may see, `limit + 1` rows. */
  list(actor: Actor, query: CredentialQuery): Promise<CredentialRow[]> {
    return this.work.read((em) => credentialsFor(em, actor, query));
  }

  /** The signed document, byte for byte as it was written. Problems: not-found `credential.unknown`; conflict `credential.pending`. */
  async document(text: string): Promise<string> {
    const found = await this.work.read((em) => documentOf(em, credentialIdOf(text)));
    if (!found) throw new Problem('not-found', 'credential.unknown');
    if (found.document === null) throw new Problem('conflict', 'credential.pending');
    return found.document;
  }

  /**
   * Revokes for good; the reason is public. Whoever repeats it gets the first revocation again.
   * Problems: not-found `credential.unknown`; forbidden; conflict `credential.pending`.
   */
  revoke(actor: Actor, text: string, reason: string): Promise<CredentialRow> {
    return this.work.run(async (em, record) => {
      const id = credentialIdOf(text);
      const credential = id && (await credentialRow(em, id, { hold: true }));
      if (!credential || !maySee(actor, subjectOf(credential))) throw new Problem('not-found', 'credential.unknown');
      if (!mayRevoke(actor, subjectOf(credential))) throw new Problem('forbidden', 'forbidden');
      if (credential.state === 'revoked') return credential;
      if (!canBecome(credential.state, 'revoked')) throw new Problem('conflict', 'credential.pending');
      const revoked = await writeRevocation(em, credential.id, { personId: actor.personId, reason });
      record.audit('credential', 'revoked', [credential.id]);
      record('credential.revoked', [
        { credentialId: credential.id, enrollmentId: credential.enrollment_id, personId: credential.person_id },
      ]);
      record.order('accreditation.remove-certificates', [credential.id]);
      record.order('accreditation.publish-status-list', [revoked!.status_list_id]);
      return (await credentialRow(em, credential.id))!;
    });
  }
}

/** A row as rights see it. */
export const subjectOf = (row: CredentialRow): CredentialSubject => ({
  personId: row.person_id,
  personPath: row.person_path,
  coursePath: row.course_path,
});
