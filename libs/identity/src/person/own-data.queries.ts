import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnData } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { listGrants } from '../grant/grant.queries.js';
import { choicesOf } from '../notification/choice.queries.js';
import { personOf } from './person.queries.js';

const mostNotifications = 1_000;

/** What is held about a person, without secrets: no hashes, keys or codes. Undefined when there is no such person. */
export const ownDataOf = async (em: EntityManager, personId: string): Promise<OwnData | undefined> => {
  const person = await personOf(em, personId);
  const more = await row<{ timeZone: string | null; registeredAt: string }>(
    em,
    `select time_zone as "timeZone", created_at as "registeredAt" from identity.person where id = $1`,
    [personId],
  );
  if (!person || !more) return undefined;
  const of = <R extends object>(text: string) => rows<R>(em, text, [personId]);
  const [sessions, devices, accessTokens, secondFactors, notifications, grants, choices] = [
    await of<OwnData['sessions'][number]>(
      `select browser, system, created_at as "begunAt", seen_at as "seenAt" from identity.session where person_id = $1 order by created_at`,
    ),
    await of<OwnData['devices'][number]>(
      `select browser, system, seen_at as "seenAt" from identity.device where person_id = $1 order by seen_at`,
    ),
    await of<OwnData['accessTokens'][number]>(
      `select name, created_at as "createdAt", expires_at as "expiresAt" from identity.access_token where person_id = $1 order by created_at`,
    ),
    await of<OwnData['secondFactors'][number]>(
      `select 'totp' as kind, confirmed_at as since from identity.totp where person_id = $1 and confirmed_at is not null
       union all select 'passkey', created_at from identity.passkey where person_id = $1`,
    ),
    await of<OwnData['notifications'][number]>(
      `select kind, parameters, created_at as "createdAt", read_at as "readAt" from identity.notification
       where person_id = $1 order by id desc limit ${mostNotifications}`,
    ),
    (await listGrants(em, { personId: person.id, limit: 200 })).items,
    [...(await choicesOf(em, personId))].map(([kind, choice]) => ({ kind, ...choice })),
  ];
  return { person, ...more, grants, sessions, devices, accessTokens, secondFactors, choices, notifications };
};
