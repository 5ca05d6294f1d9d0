import { holdsEverywhere, type Actor } from '@aula/contracts';

const administers = (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator');

export const settingPolicy = {
  /** How the academy looks is seen before anybody signs in. */
  'branding.read': (): boolean => true,
  'setting.read': administers,
  'setting.change': administers,
};
