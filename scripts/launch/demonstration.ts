import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Password of every account of the demonstration: well known, hence loopback only. */
export const demonstrationPassword = 'aula-demo-2026';

/** First administrator of a demonstration academy. */
export const demonstrationAdministrator = 'admin@aula.example';

const accounts = {
  [demonstrationAdministrator]: 'platform administrator',
  'instructor@aula.example': 'instructor',
  'training@aula.example': 'training administrator',
  'registrar@aula.example': 'registrar of a university',
  'officer@aula.example': 'officer',
};

/**
 * Fills an empty academy with the demonstration; one that has courses, or an administrator of its own, is left alone.
 * A seeding that was interrupted is gone through again. Returns whether the demonstration is there.
 */
export async function demonstrate(baseUrl: string, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<boolean> {
  const dataRoot = env['AULA_DATA']!;
  const begun = join(dataRoot, 'demonstration.begun');
  const done = join(dataRoot, 'demonstration.done');
  if (existsSync(done)) return true;
  if (!existsSync(begun) && (await hasCourses(baseUrl))) return false;
  if (!(await canSignIn(baseUrl))) {
    say('this academy has an administrator of its own: no demonstration is added (AULA_DEMO=0 says so)');
    return false;
  }
  writeFileSync(begun, '');
  const { seed } = await import('../demo/seed.ts'); // seldom needed: the second start does not load it
  await seed(baseUrl, env, say);
  writeFileSync(done, '');
  return true;
}

/** The accounts as lines for the console. */
export function accountLines(): string[] {
  const lines = Object.entries(accounts).map(([email, role]) => `    ${email.padEnd(26)}${role}`);
  return [`Demonstration accounts, password ${demonstrationPassword}:`, ...lines];
}

async function hasCourses(baseUrl: string): Promise<boolean> {
  const answer = await fetch(`${baseUrl}/api/catalog/courses`);
  if (!answer.ok) throw new Error(`the catalogue answered ${answer.status}`);
  const { items } = (await answer.json()) as { items: unknown[] };
  return items.length > 0;
}

async function canSignIn(baseUrl: string): Promise<boolean> {
  const body = JSON.stringify({ email: demonstrationAdministrator, password: demonstrationPassword });
  const answer = await fetch(`${baseUrl}/api/identity/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return answer.ok;
}
