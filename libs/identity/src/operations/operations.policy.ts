import { holdsEverywhere, type Actor } from '@aula/contracts';

const administers = (actor: Actor | undefined): boolean => holdsEverywhere(actor, 'administrator');

export const operationsPolicy = {
  'operations.read': administers,
  'operations.retry': administers,
  'operations.cancel': administers,
};
