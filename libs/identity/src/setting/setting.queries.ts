import type { EntityManager } from '@mikro-orm/postgresql';
import type { AcademySettingsView, SettingName } from '@aula/contracts';
import { row, rows } from '@aula/platform';

/** Who set what does not stand at its default. */
export const changedSettings = (em: EntityManager): Promise<AcademySettingsView['changed']> =>
  rows(
    em,
    `select s.name, s.changed_at as at,
       case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) end as by
     from platform.setting s left join identity.person p on p.id = s.changed_by where s.value is not null order by s.name`,
  );

interface Change {
  id: string;
  name: SettingName;
  value: unknown;
  by: string;
}

/** Sets one value, null for its default, and keeps what it was before. False when it is that already. */
export const keepSetting = async (em: EntityManager, { id, name, value, by }: Change): Promise<boolean> => {
  const wanted = value === null ? null : JSON.stringify(value);
  await rows(em, `insert into platform.setting (name, changed_by) values ($1, $2) on conflict (name) do nothing`, [name, by]);
  const before = await row<{ value: unknown }>(
    em,
    `select value from platform.setting where name = $1 and value is distinct from $2::jsonb for update`,
    [name, wanted],
  );
  if (!before) return false;
  await rows(
    em,
    `update platform.setting set value = $2, changed_by = $3, changed_at = clock_timestamp(), revision = nextval('platform.setting_revision')
     where name = $1`,
    [name, wanted, by],
  );
  await rows(em, `insert into platform.setting_change (id, name, old_value, new_value, changed_by) values ($1, $2, $3, $4, $5)`, [
    id,
    name,
    before.value === null ? null : JSON.stringify(before.value),
    wanted,
    by,
  ]);
  return true;
};

export const keepLogo = (em: EntityManager, id: string, type: string, bytes: Buffer): Promise<unknown> =>
  rows(em, 'insert into platform.brand_logo (id, type, bytes) values ($1, $2, $3)', [id, type, bytes]);

export const readLogo = (em: EntityManager, id: string): Promise<{ type: string; bytes: Buffer } | undefined> =>
  row(em, 'select type, bytes from platform.brand_logo where id = $1', [id]);
