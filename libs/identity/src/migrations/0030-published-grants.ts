import { Migration } from '@mikro-orm/migrations';

/** Who has which role over what, for houses that choose among people; columns as `contracts/views.ts` declares them. */
export class PublishedGrants extends Migration {
  override name = '0030-published-grants';

  override up(): void {
    this.addSql(`
      create view identity.pub_grant as
      select g.person_id, g.role, g.scope_kind, g.scope_id
      from identity.role_grant g join identity.person p on p.id = g.person_id and p.active
      where g.revoked_at is null and (g.ends_at is null or g.ends_at > clock_timestamp())`);
  }
}
