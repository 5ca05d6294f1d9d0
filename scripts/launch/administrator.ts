import pg from 'pg';

/**
 * Refuses to open an academy that nobody could enter: one whose database has no administrator, started without the settings that make
 * the first one. The schemas are there already. Throws an Error that names those settings.
 */
export async function demandAdministrator(env: NodeJS.ProcessEnv): Promise<void> {
  if (env['AULA_ADMIN_EMAIL'] || (await isAdministered(env['DATABASE_URL']!))) return;
  throw new Error(
    'This academy has no administrator, so nobody could enter it: give AULA_ADMIN_EMAIL and AULA_ADMIN_PASSWORD (at least 12 characters) at its first start',
  );
}

async function isAdministered(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('set role aula_owner');
    const found = await client.query(
      `select from identity.role_grant g join identity.person p on p.id = g.person_id and p.active
       where g.role = 'administrator' and g.scope_kind = 'everything' and g.revoked_at is null limit 1`,
    );
    return found.rowCount === 1;
  } finally {
    await client.end();
  }
}
