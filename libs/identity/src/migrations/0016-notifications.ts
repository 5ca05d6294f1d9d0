import { Migration } from '@mikro-orm/migrations';

/** The zone of each Member State's seat of government: what is taken for its people until they name their own. */
const zones =
  'AG Antigua, AR Argentina/Buenos_Aires, BB Barbados, BO La_Paz, BR Sao_Paulo, BS Nassau, BZ Belize, CA Toronto, CL Santiago, CO Bogota, CR Costa_Rica, CU Havana, DM Dominica, DO Santo_Domingo, EC Guayaquil, GD Grenada, GT Guatemala, GY Guyana, HN Tegucigalpa, HT Port-au-Prince, JM Jamaica, KN St_Kitts, LC St_Lucia, MX Mexico_City, NI Managua, PA Panama, PE Lima, PY Asuncion, SR Paramaribo, SV El_Salvador, TT Port_of_Spain, US New_York, UY Montevideo, VC St_Vincent, VE Caracas';

/** What people are told, what they chose to be told, and when letters may reach them. */
export class Notifications extends Migration {
  override name = '0016-notifications';

  override up(): void {
    this.zones();
    this.times();
    this.notifications();
    this.choices();
  }

  /** Zones by the names that this database knows; a browser may know newer ones. */
  private zones(): void {
    this.addSql(`create table identity.known_zone (name text primary key)`);
    this.addSql(`insert into identity.known_zone select distinct name from pg_timezone_names`);
    this.addSql(`alter table identity.member_state add column time_zone text references identity.known_zone`);
    this.addSql(`
      update identity.member_state m set time_zone = z.name
      from unnest(string_to_array('${zones}', ', ')) as t(pair)
      join identity.known_zone z on z.name = 'America/' || split_part(t.pair, ' ', 2)
      where m.country = split_part(t.pair, ' ', 1)`);
  }

  /**
   * Pure functions of instants and walls. A time that clocks skip is read by PostgreSQL with the offset before the change, so it comes
   * an hour later and still on its day; of one that comes twice the second is meant. Equal ends are no quiet hours.
   */
  private times(): void {
    this.addSql(`
      create function identity.after_quiet(at timestamptz, zone text, quiet_from time, quiet_until time) returns timestamptz
      language plpgsql immutable parallel safe as $$
      declare wall timestamp := at at time zone zone;
      begin
        if quiet_from < quiet_until then
          if wall::time < quiet_from or wall::time >= quiet_until then return at; end if;
          return (wall::date + quiet_until) at time zone zone;
        end if;
        if quiet_from = quiet_until or (wall::time < quiet_from and wall::time >= quiet_until) then return at; end if;
        return (wall::date + case when wall::time >= quiet_from then 1 else 0 end + quiet_until) at time zone zone;
      end $$`);
    this.addSql(`
      create function identity.mail_due(pace text, at timestamptz, zone text, digest_at time, digest_day int, quiet_from time, quiet_until time)
      returns timestamptz language plpgsql immutable parallel safe as $$
      declare
        today date := (at at time zone zone)::date;
        step int := case pace when 'weekly' then 7 else 1 end;
        first date := today + case pace when 'weekly' then (digest_day - extract(isodow from today)::int + 7) % 7 else 0 end;
        due timestamptz := (first + digest_at) at time zone zone;
      begin
        if pace = 'at-once' then return identity.after_quiet(at, zone, quiet_from, quiet_until); end if;
        if due <= at then due := (first + step + digest_at) at time zone zone; end if;
        return identity.after_quiet(due, zone, quiet_from, quiet_until);
      end $$`);
  }

  /**
   * No foreign key to the person: a cohort's rows come from a join with the people, and checking each again is dear. `mail_due_at` is
   * there while a letter is owed. One index serves lists and counts; the partial one holds what is owed alone.
   */
  private notifications(): void {
    this.addSql(`
      create table identity.notification (
        person_id uuid not null,
        id uuid not null,
        kind text not null,
        parameters jsonb not null,
        link text,
        created_at timestamptz not null,
        in_app boolean not null,
        read_at timestamptz,
        dismissed_at timestamptz,
        mail text check (mail in ('at-once', 'daily', 'weekly')),
        mail_due_at timestamptz,
        mail_id uuid,
        primary key (person_id, id)
      ) with (fillfactor = 85)`);
    this.addSql(`create index notification_due on identity.notification (mail_due_at, person_id) where mail_due_at is not null`);
    this.addSql(`create index notification_created on identity.notification using brin (created_at)`);
    this.addSql(`
      create table identity.notification_mail (
        mail_id uuid primary key,
        unsubscribe text not null,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`
      create table identity.deadline_notice (
        edition_id uuid not null,
        closes_at timestamptz not null,
        days integer not null,
        reached uuid not null default '00000000-0000-0000-0000-000000000000',
        done_at timestamptz,
        primary key (edition_id, closes_at, days)
      )`);
    this.addSql(`comment on column identity.deadline_notice.reached is 'the last enrollment that was told: work goes on behind'`);
    this.addSql(`create index deadline_notice_open on identity.deadline_notice (closes_at) where done_at is null`);
  }

  private choices(): void {
    this.addSql(`
      create table identity.notification_choice (
        person_id uuid not null references identity.person on delete cascade,
        kind text not null,
        in_app boolean not null,
        mail text not null check (mail in ('at-once', 'daily', 'weekly', 'none')),
        primary key (person_id, kind)
      )`);
    this.addSql(`
      create table identity.notification_setting (
        person_id uuid primary key references identity.person on delete cascade,
        quiet_from time not null,
        quiet_until time not null,
        digest_at time not null,
        digest_day smallint not null check (digest_day between 1 and 7)
      )`);
  }
}
