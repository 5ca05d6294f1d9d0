import type { EntityManager } from '@mikro-orm/postgresql';
import { row } from '@aula/platform';
import type { Device } from './device.entity.js';

/** Remembers the device. True when the person is known from other devices and not from this one. */
export const isNewDevice = async (em: EntityManager, personId: string, { browser, system }: Device): Promise<boolean> => {
  const known = await row<{ isNew: boolean }>(
    em,
    `with put as (
       insert into identity.device (person_id, browser, system) values ($1, $2, $3)
       on conflict (person_id, browser, system) do update set seen_at = clock_timestamp())
     select count(*) > 0 and not coalesce(bool_or(browser = $2 and system = $3), false) as "isNew"
     from identity.device where person_id = $1`,
    [personId, browser, system],
  );
  return known?.isNew ?? false;
};
