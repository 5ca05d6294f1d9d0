import { Inject, Injectable } from '@nestjs/common';
import {
  notificationKinds,
  notificationOf,
  type Actor,
  type Grant,
  type Language,
  type NotificationKind,
  type NotificationSettingsChange,
  type NotificationSettingsView,
} from '@aula/contracts';
import { Clock, Problem, SETTINGS, Work, deriveKey, type Settings } from '@aula/platform';
import { choicesOf, endMail, postpone, putChoices, putTimes, readTimes } from './choice.queries.js';
import { readUnsubscribe } from './unsubscribe.entity.js';
import { kindName } from './wording.entity.js';

/** What a person wants to be told, by which way, and when. */
@Injectable()
export class NotificationChoices {
  private readonly key: Buffer;

  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.key = deriveKey(settings.secret, 'unsubscribe');
  }

  read({ personId, language, grants }: Actor): Promise<NotificationSettingsView> {
    return this.work.read(async (em) => {
      const choices = await choicesOf(em, personId);
      const theirs = notificationKinds.filter((kind) => concerns(kind, grants));
      const kinds = theirs.map((kind) => {
        const { group, always = false, ...otherwise } = notificationOf(kind);
        const { inApp, mail } = (always ? undefined : choices.get(kind)) ?? otherwise;
        return { kind, group, name: kindName(kind, { language }), always, inApp, mail };
      });
      return { kinds, ...(await readTimes(em, personId, this.clock.now())) };
    });
  }

  /** Letters that are owed already go by the new times. What always comes stays as it is. */
  async choose(actor: Actor, { kinds = [], ...times }: NotificationSettingsChange): Promise<NotificationSettingsView> {
    await this.work.run(async (em) => {
      await putChoices(
        em,
        actor.personId,
        kinds.filter(({ kind }) => !notificationOf(kind).always),
      );
      if (Object.keys(times).length > 0) await putTimes(em, actor.personId, times);
      await postpone(em, actor.personId, this.clock.now());
    });
    return this.read(actor);
  }

  /** Ends the letters that a signed link is about. Problem: not-found, for a link that is not ours. */
  async unsubscribe(token: string, language: Language): Promise<{ kinds: string[] }> {
    const meant = readUnsubscribe(this.key, token);
    if (!meant) throw new Problem('not-found', 'not-found');
    await this.work.run((em) => endMail(em, meant.personId, meant.kinds));
    return { kinds: meant.kinds.map((kind) => kindName(kind, { language })) };
  }
}

/** Kinds that only holders of some roles get are not for others to choose. */
const concerns = (kind: NotificationKind, grants: readonly Grant[]): boolean => {
  const { roles } = notificationOf(kind);
  return !roles || grants.some(({ role }) => roles.includes(role));
};
