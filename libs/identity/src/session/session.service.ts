import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isStaff, type Actor, type Me, type OwnSessionView, type Page, type SessionId } from '@aula/contracts';
import { Ids, LiveSettings, Problem, Random, Work, asksFactorOf, found, tokenHash } from '@aula/platform';
import { grantsOf } from '../grant/grant.queries.js';
import { Letters } from '../letter/letter.service.js';
import { ownZoneOf, personOf } from '../person/person.queries.js';
import { hasFactor } from '../second-factor/second-factor.queries.js';
import type { Device } from './device.entity.js';
import { isNewDevice } from './device.queries.js';
import { learnerSecondsOf, staffSecondsOf } from './length.service.js';
import { beginSession, endSession, endSessionOf, endSessions, listSessions, noteSeen } from './session.queries.js';

/** Where somebody comes from: their network address, their device, and the token of the session that their browser already has. */
export interface Arrival {
  address: string;
  device: Device;
  instead: string | undefined;
}

/** A session that has begun; `token` goes to the browser and is kept nowhere. */
export interface Begun {
  token: string;
  seconds: number;
  me: Me;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
    private readonly letters: Letters,
    private readonly live: LiveSettings,
  ) {}

  /**
   * Begins a session with a fresh token, in place of the browser's former one; a device that is new to the person is told by letter.
   * `proven`: with a second factor, or by a session that was. Problem: busy, when the person got a factor while the password was checked.
   */
  begin(personId: string, { device, instead }: Arrival, proven: boolean): Promise<Begun> {
    return this.work.run(async (em, record) => {
      const me = await this.meOf(em, personId);
      const token = this.random.token();
      const seconds = await (isStaff(me.roles) ? staffSecondsOf(this.live) : learnerSecondsOf(this.live));
      const former = instead ? tokenHash(instead) : undefined;
      await beginSession(em, { id: this.ids.next(), hash: tokenHash(token), personId, seconds, device, instead: former });
      // asked again behind the insert, which waits for whoever locks the person to give them their first factor
      if (!proven && (await hasFactor(em, personId))) throw new Problem('unavailable', 'busy', {}, { retryAfter: 1 });
      if (await isNewDevice(em, personId, device)) await this.letters.sendNewDevice(em, record, me.person, device);
      return { token, seconds, me };
    });
  }

  /** The person's own sessions. `current` is the hash of the token that asks. */
  async list({ personId }: Actor, current: Buffer | undefined): Promise<Page<OwnSessionView>> {
    return { items: await this.work.read((em) => listSessions(em, personId, current)), next: null };
  }

  async end(token: string | undefined): Promise<void> {
    if (token) await this.work.run((em) => endSession(em, tokenHash(token)));
  }

  /** Ends one of the person's own sessions. Problem: not-found. */
  async endOne({ personId }: Actor, id: SessionId): Promise<void> {
    if (!(await this.work.run((em) => endSessionOf(em, personId, id)))) throw new Problem('not-found', 'not-found');
  }

  /** Ends every session of the person but the one that asks. */
  async endOthers({ personId }: Actor, current: Buffer | undefined): Promise<void> {
    await this.work.run((em) => endSessions(em, personId, current));
  }

  me(personId: string): Promise<Me> {
    return this.work.read((em) => this.meOf(em, personId));
  }

  /** Notes that the session is in use. */
  async seen(current: Buffer | undefined): Promise<void> {
    if (current) await this.work.read((em) => noteSeen(em, current));
  }

  private async meOf(em: EntityManager, personId: string): Promise<Me> {
    const person = found(await personOf(em, personId));
    const grants = await grantsOf(em, personId);
    const roles = [...new Set(grants.map((grant) => grant.role))];
    const lacking = asksFactorOf(await this.live.now(), grants) ? 'missing' : 'none';
    const timeZone = await ownZoneOf(em, personId);
    return { person, roles, grants, secondFactor: (await hasFactor(em, personId)) ? 'set' : lacking, timeZone };
  }
}
