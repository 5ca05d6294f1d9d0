import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Clock, Job, LiveSettings, Mail, SETTINGS, Work, academyName, deriveKey, type Recorder, type Settings } from '@aula/platform';
import { holdOwed, keepUnsubscribe, settleOwed, takeOwed } from './digest.queries.js';
import { letterOf } from './letter.entity.js';
import type { Owed } from './notification.entity.js';
import { unsubscribeToken } from './unsubscribe.entity.js';

/** People whose letters are written in one transaction. */
const peopleAtOnce = 200;

/** Writes the letters that are owed. What lies in the outbox is owed no more: both commit together. */
@Injectable()
export class DigestJobs {
  private readonly key: Buffer;

  constructor(
    private readonly work: Work,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'unsubscribe');
  }

  @Job('identity.mail-notifications')
  async mailNotifications(): Promise<void> {
    const at = this.clock.now();
    await this.work.inChunks(peopleAtOnce, async (em, record, limit) => {
      const owed = await takeOwed(em, limit, at);
      const held = owed.filter(({ heldUntil }) => heldUntil !== null);
      if (held.length > 0) await holdOwed(em, held);
      await this.write(
        em,
        record,
        owed.filter(({ heldUntil }) => heldUntil === null),
      );
      return owed.length;
    });
  }

  private async write(em: EntityManager, record: Recorder, owed: readonly Owed[]): Promise<void> {
    if (owed.length === 0) return;
    const readers = byReader(owed).filter(([first]) => first.active);
    const brand = await this.live.now();
    const letters = readers.map((each) => this.letter(each, academyName(brand, each[0].language)));
    const mailIds = await this.mail.queue(
      em,
      record,
      letters.map(({ letter }) => letter),
    );
    await keepUnsubscribe(
      em,
      mailIds,
      letters.map(({ post }) => post),
    );
    const mailOf = new Map(readers.map(([first], index) => [first.personId, mailIds[index]!]));
    await settleOwed(
      em,
      owed.map(({ personId, id }) => ({ personId, id, mailId: mailOf.get(personId) ?? null })),
    );
  }

  /** The letter, and the address to which a mail program posts when its reader wants no more of them. */
  private letter(owed: [Owed, ...Owed[]], academy: string) {
    const { publicUrl } = this.settings;
    const token = unsubscribeToken(this.key, { personId: owed[0].personId, kinds: owed.map(({ kind }) => kind) });
    return {
      letter: letterOf(owed, { publicUrl, academy, unsubscribe: `${publicUrl}/unsubscribe/${token}` }),
      post: `${publicUrl}/api/identity/unsubscriptions/${token}`,
    };
  }
}

/** What is owed to each person; the rows come in the order of people. */
const byReader = (owed: readonly Owed[]): [Owed, ...Owed[]][] => {
  const readers: [Owed, ...Owed[]][] = [];
  for (const each of owed) {
    const last = readers.at(-1);
    if (last?.[0].personId === each.personId) last.push(each);
    else readers.push([each]);
  }
  return readers;
};
