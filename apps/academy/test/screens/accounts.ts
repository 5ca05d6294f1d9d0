import type { Role } from '@aula/contracts';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import type { RunningAcademy } from '../running-academy.js';

/** The accounts of the demonstration by what they do. */
export const accounts = {
  administrator: 'admin@aula.example',
  instructor: 'instructor@aula.example',
  training: 'training@aula.example',
  registrar: 'registrar@aula.example',
  officer: 'officer@aula.example',
  /** These came after everyone was enrolled, and have no course. */
  auditor: 'auditor@aula.example',
  reviewer: 'reviewer@aula.example',
  coordinator: 'coordinator@aula.example',
  programmes: 'programmes@aula.example',
} as const;
export type Account = keyof typeof accounts;
export const password = 'aula-demo-2026';

/** The cookie of a new session, `name=value`. */
export const sessionOf = async ({ url }: RunningAcademy, account: Account): Promise<string> => {
  const answer = await fetch(`${url}/api/identity/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: accounts[account], password }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
};

/** A new person who holds the role over everything, with the demonstration's password. */
export const giveRole = async ({ url }: RunningAcademy, email: string, role: Role): Promise<void> => {
  const admin = await AcademyClient.signIn(url, accounts.administrator, password);
  const { id } = await admin.post<{ id: string }>('/api/identity/people', { email, givenName: 'Noa', familyName: 'Rey', language: 'en' });
  await admin.put(`/api/identity/people/${id}/password`, { password });
  await admin.post('/api/identity/grants', { personId: id, role, scope: { kind: 'everything', id: null } });
};
