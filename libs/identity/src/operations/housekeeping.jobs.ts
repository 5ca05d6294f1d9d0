import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock, Job, ObjectStorage, Work, change, removeForsaken, rows, type Recorder } from '@aula/platform';
import { markEnded } from '../grant/grant.queries.js';
import { filesPrefix } from '../import/import.service.js';
import { blotted } from './mail.queries.js';

/** Days that a letter stays in the outbox: long enough to answer whoever did not get it, no longer, for it holds their address. */
const keepLettersDays = 30;

@Injectable()
export class HousekeepingJobs {
  constructor(
    private readonly work: Work,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  /** Removes what has expired: sessions, tokens, codes, half sign-ins, apps never confirmed, devices not seen for a year, old delays, staged rows and files of imports that are over, old letters, and codes in letters that open nothing any more. */
  @Job('identity.remove-expired')
  async removeExpired(): Promise<void> {
    await this.work.run(async (em) => {
      await rows(em, `delete from identity.session where expires_at < clock_timestamp()`);
      await rows(em, `delete from identity.sign_in_challenge where expires_at < clock_timestamp()`);
      await rows(em, `delete from identity.totp where confirmed_at is null and created_at < clock_timestamp() - interval '1 day'`);
      await rows(em, `delete from identity.device where seen_at < clock_timestamp() - interval '1 year'`);
      await rows(em, `delete from identity.access_token where expires_at < clock_timestamp()`);
      await rows(
        em,
        `delete from platform.token_use u where not exists (select from identity.access_token t where t.token_hash = u.token_hash)`,
      );
      await rows(em, `delete from identity.password_code where expires_at < clock_timestamp() - interval '1 day'`);
      await rows(em, `delete from identity.sign_in_throttle where failed_at < clock_timestamp() - interval '1 day'`);
      await rows(
        em,
        `delete from identity.import_row r where not exists (
           select from identity.people_import i where i.stage_id = r.stage_id and i.changed_at > clock_timestamp() - interval '1 day')
         and not exists (select from identity.people_import i where i.state in ('queued', 'reading', 'applying')
           and i.changed_at > clock_timestamp() - interval '1 day')`,
      );
    });
    await this.work.inChunks(5_000, removeLetters);
    await this.work.inChunks(500, blotCodes);
    await this.removeFiles();
  }

  /** Marks roles whose time is over as taken; from that time on they give nothing in any case. */
  @Job('identity.end-grants')
  async endGrants(): Promise<void> {
    await this.work.inChunks(500, async (em, record, limit) => {
      const ended = await markEnded(em, limit);
      record.audit('grant', 'ended', ended);
      return ended.length;
    });
  }

  /** Files hold personal data: they go a day after their import is over, thirty days after a rehearsal, and when none came of them. */
  private removeFiles(): Promise<void> {
    return removeForsaken(this.storage, filesPrefix, this.clock.now(), async (old) => {
      const idle = await this.work.read((em) => rows<{ key: string }>(em, idleFiles, [old]));
      return idle.map(({ key }) => key);
    });
  }
}

const removeLetters = (em: EntityManager, _: Recorder, limit: number): Promise<number> =>
  change(
    em,
    `with old as (
       select id from platform.mail where created_at < clock_timestamp() - make_interval(days => $1) order by created_at limit $2)
     delete from platform.mail m using old where m.id = old.id`,
    [keepLettersDays, limit],
  );

/** A code that was used or has expired is of no use to anybody; a letter shows that there was one. */
const blotCodes = (em: EntityManager, _: Recorder, limit: number): Promise<number> =>
  change(
    em,
    `with spent as (
       select m.id from platform.mail m
       where m.body ~ '[?&]code=[\\w-]' -- as the index has it
         and not exists (
           select from identity.password_code c
           where c.code_hash = sha256(convert_to(substring(m.body from '[?&]code=([\\w-]+)'), 'UTF8')) and c.expires_at > clock_timestamp())
       limit $1)
     update platform.mail m set body = ${blotted} from spent where m.id = spent.id`,
    [limit],
  );

const idleFiles = `select k.key from unnest($1::text[]) as k(key)
  left join identity.people_import i on i.object_key = k.key
  where i.id is null or i.state in ('applied', 'reversed', 'failed') or i.changed_at < clock_timestamp() - interval '30 days'`;
