import type { Actor } from '@aula/contracts';

export const passwordPolicy = {
  'password.change': (actor: Actor | undefined): boolean => actor !== undefined,
  'password.reset': (): boolean => true,
};
