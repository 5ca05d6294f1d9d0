import { Migration } from '@mikro-orm/migrations';

/** 64 hash chains: one entry per transaction, covering its items by a Merkle root. Houses append through a function and cannot change. */
export class AuditChain extends Migration {
  override name = '0002-audit-chain';

  override up(): void {
    this.addSql(`
      create table platform.audit_head (
        chain smallint primary key,
        seq bigint not null,
        hash bytea not null
      ) with (fillfactor = 10)`);
    this.addSql(
      `insert into platform.audit_head select n, 0, sha256(convert_to('aula audit chain ' || n, 'UTF8')) from generate_series(0, 63) n`,
    );
    this.addSql(`
      create table platform.audit_entry (
        chain smallint not null,
        seq bigint not null,
        at timestamptz not null,
        house text not null,
        actor uuid,
        request_id text,
        groups jsonb not null,
        ids text[] not null,
        digests bytea[] not null,
        root bytea not null,
        hash bytea not null,
        primary key (chain, seq)
      )`);
    this.addSql(`
      create function platform.audit_hash(previous bytea, e platform.audit_entry) returns bytea
      language sql immutable set search_path = pg_catalog as $$
        select sha256(previous || convert_to(concat_ws('|', e.chain, e.seq, extract(epoch from e.at), e.house,
          coalesce(e.actor::text, ''), coalesce(e.request_id, ''), e.groups::text, encode(e.root, 'hex')), 'UTF8'))
      $$`);
    this.addSql(`
      create function platform.audit_append(
        _actor uuid, _request_id text, _groups jsonb, _ids text[], _digests bytea[], _root bytea
      ) returns void language plpgsql security definer set search_path = pg_catalog as $$
      declare
        picked constant smallint := floor(random() * 64);
        head platform.audit_head;
        entry platform.audit_entry;
      begin
        select * into head from platform.audit_head where chain = picked for update;
        entry.chain := head.chain;
        entry.seq := head.seq + 1;
        entry.at := clock_timestamp();
        entry.house := substr(session_user, 6);
        entry.actor := _actor;
        entry.request_id := _request_id;
        entry.groups := _groups;
        entry.ids := _ids;
        entry.digests := _digests;
        entry.root := _root;
        entry.hash := platform.audit_hash(head.hash, entry);
        insert into platform.audit_entry values (entry.*);
        update platform.audit_head set seq = entry.seq, hash = entry.hash where chain = entry.chain;
      end $$`);
    this.addSql(`
      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'audit entries are never changed or deleted' using errcode = 'insufficient_privilege';
      end $$`);
    this.addSql(`create trigger audit_entry_is_final before update or delete or truncate on platform.audit_entry
      for each statement execute function platform.refuse_change()`);
  }
}
