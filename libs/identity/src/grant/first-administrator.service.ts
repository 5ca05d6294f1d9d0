import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { GrantId } from '@aula/contracts';
import { Ids, SETTINGS, Work, row, rows, type Settings } from '@aula/platform';
import { Hashing } from '../password/hashing.service.js';
import { addressOf } from '../person/person.entity.js';

/** Sees to it that a new academy has somebody who can let others in. */
@Injectable()
export class FirstAdministrator implements OnApplicationBootstrap {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly hashing: Hashing,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Makes the administrator of the settings where nobody administers everything. Processes that start together make one. */
  async onApplicationBootstrap(): Promise<void> {
    const wanted = this.settings.firstAdministrator;
    if (!wanted || (await this.work.read(isAdministered))) return;
    const hash = await this.hashing.hash(wanted.password);
    await this.work.run(async (em, record) => {
      await rows(em, `select pg_advisory_xact_lock(hashtext('identity first administrator'))`);
      if (await isAdministered(em)) return;
      const personId = await this.person(em, addressOf(wanted.email));
      await rows(
        em,
        `insert into identity.password (person_id, hash) values ($1, $2)
         on conflict (person_id) do update set hash = excluded.hash, changed_at = clock_timestamp()`,
        [personId, hash],
      );
      const id = this.ids.next<GrantId>();
      await rows(em, `insert into identity.role_grant (id, person_id, role, scope_kind) values ($1, $2, 'administrator', 'everything')`, [
        id,
        personId,
      ]);
      record.audit('grant', 'given', [id]);
      record('person.changed', [{ personId: personId }]);
    });
  }

  /** The person of the address, made or made active. */
  private async person(em: EntityManager, email: string): Promise<string> {
    const made = await row<{ id: string }>(
      em,
      `insert into identity.person as p (id, email, given_name, family_name) values ($1, $2, 'Administrator', 'Aula')
       on conflict (email) do update set active = true, revision = p.revision + 1 returning id`,
      [this.ids.next(), email],
    );
    return made!.id;
  }
}

const isAdministered = async (em: EntityManager): Promise<boolean> =>
  (await row(
    em,
    `select 1 from identity.role_grant g join identity.person p on p.id = g.person_id and p.active
     where g.role = 'administrator' and g.scope_kind = 'everything' and g.revoked_at is null limit 1`,
  )) !== undefined;
