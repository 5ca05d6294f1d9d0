import type { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { sameOfficer } from '../../../../scripts/demo/everyday/people.ts';

interface Made {
  id: string;
}

/** The demonstration's officer with two accounts, both enrolled in `editionId`, and somebody who is suspended. */
export const doubled = async (training: AcademyClient, editionId: string) => {
  const [kept, merged] = await Promise.all(sameOfficer.map(({ email }) => idOf(training, email)));
  const { batchId } = await training.post<{ batchId: string }>(`/api/enrollment/editions/${editionId}/enrollments`, {
    personIds: [kept, merged],
  });
  await training.settled(`/api/enrollment/enrollment-batches/${batchId}`, ['done'], ['failed']);
  const wish = { givenName: 'Bruno', familyName: 'Ferro', email: 'bruno.ferro@aula.example', country: 'CR', birthYear: 1986 };
  const suspended = await training.post<Made>('/api/identity/people', wish);
  await training.post(`/api/identity/people/${suspended.id}/suspension`, { reason: 'Investigación interna 14/2026' });
  return { kept: kept!, merged: merged!, suspended: suspended.id };
};

const idOf = async (training: AcademyClient, email: string): Promise<string> =>
  (await training.get<{ items: Made[] }>(`/api/identity/people?email=${email}`)).items[0]!.id;
