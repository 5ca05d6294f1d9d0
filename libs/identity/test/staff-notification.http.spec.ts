import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { Grant, NotificationSettingsView, NotificationView, Page } from '@aula/contracts';
import type { Client } from '@aula/testing';
import { aSignedIn, anAcademy, everything } from './builders.js';

const { school, admin } = await anAcademy();
const [courseId, versionId] = [randomUUID(), randomUUID()];
await school.publishes('catalog.pub_course_version', [
  {
    ...{ id: versionId, course_id: courseId, number: 1, code: 'TRN-1', title: { es: 'Tránsito' }, summary: null, languages: ['es'] },
    ...{ hours: 4, completion: {}, institution_id: null, published_at: '2026-01-01T00:00:00Z' },
  },
]);
const anEdition = async (): Promise<string> => {
  const id = randomUUID();
  const times = { opens_at: '2026-01-01T00:00:00Z', closes_at: '2099-12-31T00:00:00Z', time_zone: 'UTC' };
  await school.publishes('enrollment.pub_edition', [
    { id, course_version_id: versionId, title: 'Tránsito, enero', mode: 'virtual', ...times, institution_id: null },
  ]);
  return id;
};
const anHolder = (...grants: Grant[]) => aSignedIn(school, admin, { language: 'es', grants });
const told = async (client: Client, kind: NotificationView['kind']): Promise<NotificationView[]> => {
  const { items } = (await client.get('/api/identity/notifications').expect<Page<NotificationView>>(200)).body;
  return items.filter((each) => each.kind === kind);
};

it('tells who ordered an enrollment how many it enrolled and left out; learners have no such choice', async () => {
  const { client, person } = await anHolder({ role: 'training-administrator', scope: everything });
  const editionId = await anEdition();
  const about = { batchId: randomUUID(), editionId, orderedBy: person.id };
  await school.hears('enrollment-batch.finished', [{ ...about, enrolled: 12_500, leftOut: 3 }] as never);
  expect(await told(client, 'batch.finished')).toMatchObject([
    {
      title: 'Inscripción en «Tránsito, enero»: terminada',
      text: 'Personas inscritas: 12.500. Quedaron fuera: 3.',
      link: `/institution/editions/${editionId}/enroll`,
    },
  ]);
  const { client: learner } = await anHolder();
  const { kinds } = (await learner.get('/api/identity/me/notification-settings').expect<NotificationSettingsView>(200)).body;
  expect(kinds.map(({ kind }) => kind)).not.toContain('batch.finished');
});

it('tells of essays that wait those who may mark them, and nobody else', async () => {
  const [editionId, other, quizId] = [await anEdition(), await anEdition(), randomUUID()];
  const over = (kind: 'edition' | 'course', id: string): Grant => ({ role: 'instructor', scope: { kind, id } });
  const [ofAll, ofEdition, ofCourse, owner] = [
    await anHolder({ role: 'instructor', scope: everything }),
    await anHolder(over('edition', editionId), over('course', courseId)),
    await anHolder(over('course', courseId)),
    await anHolder(over('edition', other)),
  ];
  const [elsewhere, auditor] = [await anHolder(over('edition', other)), await anHolder({ role: 'auditor', scope: everything })];
  await school.publishes('assessment.pub_quiz', [{ id: quizId, title: { es: 'Ensayo' }, passing_score: 0.6, owner_id: owner.person.id }]);
  await school.hears('marking.requested', [{ editionId, quizIds: [quizId] }] as never);
  for (const { client } of [ofAll, ofEdition, ofCourse, owner])
    expect(await told(client, 'essay.waiting')).toMatchObject([
      { title: 'Hay respuestas por calificar en «Tránsito, enero»', link: '/teach/marking', group: 'teaching' },
    ]);
  for (const { client } of [elsewhere, auditor]) expect(await told(client, 'essay.waiting')).toEqual([]);
});
