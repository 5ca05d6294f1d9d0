import { Migration } from '@mikro-orm/migrations';

/** A document is written by the statement that marks its credential issued, and credentials are never deleted: no check a second time. */
export class DocumentsByIssuedCredentials extends Migration {
  override name = '0002-documents-by-issued-credentials';

  override up(): void {
    this.addSql(`alter table accreditation.credential_document drop constraint credential_document_credential_id_fkey`);
  }
}
