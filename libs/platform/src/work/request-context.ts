import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, Language } from '@aula/contracts';
import type { Recorder } from './recorder.js';

/** What the work in hand runs for: a request, a delivery or an order. */
export interface WorkContext {
  requestId: string;
  actor?: Actor;
  language?: Language;
  /** The transaction that verbs join instead of opening their own. */
  transaction?: { em: EntityManager; record: Recorder };
  /** Runs in each transaction of an order under a lease; throws when the lease is lost. */
  guard?: (em: EntityManager) => Promise<void>;
}

const storage = new AsyncLocalStorage<WorkContext>();
/** What the work in hand runs for; undefined outside of any, such as at boot. */
export const currentContext = (): WorkContext | undefined => storage.getStore();
/** Runs `body` in a context that has what the current one has, and `more`. */
export const withContext = <T>(more: Partial<WorkContext>, body: () => T): T =>
  storage.run({ requestId: '', ...storage.getStore(), ...more }, body);
