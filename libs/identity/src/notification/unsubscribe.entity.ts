import { createHmac, timingSafeEqual } from 'node:crypto';
import { notificationKinds, type NotificationKind } from '@aula/contracts';

/** Whose letters of which kinds a link ends. */
export interface Unsubscription {
  personId: string;
  kinds: NotificationKind[];
}

const macOf = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);

/** The link's token: person and kinds, signed. */
export const unsubscribeToken = (key: Buffer, { personId, kinds }: Unsubscription): string => {
  const text = [personId, ...new Set(kinds.map((kind) => notificationKinds.indexOf(kind)))].join('.');
  return `${Buffer.from(text).toString('base64url')}.${macOf(key, text)}`;
};

/** What a token says; undefined for one that we did not sign. */
export const readUnsubscribe = (key: Buffer, token: string): Unsubscription | undefined => {
  const [body = '', mac = ''] = token.split('.');
  const text = Buffer.from(body, 'base64url').toString();
  const expected = Buffer.from(macOf(key, text));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [personId = '', ...numbers] = text.split('.');
  return { personId, kinds: numbers.flatMap((number) => notificationKinds[Number(number)] ?? []) };
};
