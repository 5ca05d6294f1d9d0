import type { Actor } from '@aula/contracts';

const anyone = (): boolean => true;
const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

export const sessionPolicy = {
  'session.begin': anyone,
  'session.end': anyone,
  'me.read': signedIn,
  'me.change': signedIn,
};
