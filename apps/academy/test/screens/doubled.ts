import type { AcademyClient } from '../../../../scripts/demo/academy-client.ts';

interface Made {
  id: string;
}

/** Two accounts of one officer, both enrolled in `editionId`, and somebody who is suspended. */
export const doubled = async (training: AcademyClient, editionId: string) => {
  const name = { familyName: 'Salas Vega', country: 'CR', birthYear: 1986 };
  const wish = (more: object): Promise<Made> => training.post<Made>('/api/identity/people', { ...name, ...more });
  const kept = await wish({ givenName: 'Íñigo', email: 'inigo.salas@aula.example', externalId: 'CR-1-2345' });
  const merged = await wish({ givenName: 'Inigo', email: 'isalas@aula.example', externalId: 'CR12345', rank: 'Sargento' });
  const personIds = [kept.id, merged.id];
  const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${editionId}/enrollments`, { personIds });
  await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
  const suspended = await wish({ givenName: 'Bruno', familyName: 'Ferro', email: 'bruno.ferro@aula.example' });
  await training.post(`/api/identity/people/${suspended.id}/suspension`, { reason: 'Investigación interna 14/2026' });
  return { kept: kept.id, merged: merged.id, suspended: suspended.id };
};
