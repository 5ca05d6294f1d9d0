import { randomUUID } from 'node:crypto';
import { AcademyClient } from '../../../../scripts/demo/academy-client.ts';
import { until, type RunningAcademy } from '../running-academy.js';
import { handIn } from '../screens/marked.js';
import { player, set } from '../screens/studied.js';
import { ways, type Way } from './actor.js';
import { edition, enroll, makeWorld, password, type Made, type World } from './world.js';

interface List<T> {
  items: T[];
}
type Officer = Made & { client: AcademyClient };
type Mine = Made & { editionId: string; units: { unitId: string; kind: string }[] };

/** What one way of doing things has for itself, so that none stands in the way of another. */
export type Own = Awaited<ReturnType<typeof castOf>>[Way['word']];

/**
 * For each way an officer who is in the middle of a lesson, has a test before them and holds three certificates, one of them revoked;
 * a course, an edition and an order that gave up; and an answer that waits for a mark.
 */
export const castOf = async (academy: RunningAcademy) => {
  const world = await makeWorld(academy.url);
  const { training, instructor } = world.clients;
  const words = ways.map(({ word }) => word);
  const officers = await Promise.all(words.map((word) => officer(academy, world, word)));
  const open = (title: string): Promise<string> => edition(training, world.scene.versionId, title);
  const held = await Promise.all(['January', 'February', 'March'].map((month) => open(`Scene, ${month}`)));
  const reports = await edition(training, world.report.versionId, 'Reports, first cohort');
  await Promise.all([...held, world.lessonEdition, reports].map((id) => enroll(training, id, officers)));
  await giveUp(academy, words);
  const own = words.map(async (word, at) => {
    const one = officers[at]!;
    const title = `Edition ${word}`;
    await enroll(training, await open(title), [one]);
    const course = { code: `DEED-${String(at)}`, title: { en: `Course ${word}` }, hours: 1, languages: ['en'] };
    await instructor.post('/api/catalog/courses', course);
    const [certificates] = await Promise.all([
      certified(one.client, world, held),
      beginLesson(one.client, world.lessonEdition),
      handIn(one.client, reports, world.report),
    ]);
    return [word, { word, email: emailOf(word), edition: title, course: course.title.en, job: reasonOf(word), ...certificates }] as const;
  });
  const entries = await Promise.all(own);
  await world.count();
  return Object.fromEntries(entries) as Record<Way['word'], (typeof entries)[number][1]>;
};

const emailOf = (word: string): string => `${word.toLowerCase()}@deeds.example`;
const reasonOf = (word: string): string => `connect ETIMEDOUT ${word.toLowerCase()}.example:587`;

/** An officer, and a namesake to whom a role may be given. */
const officer = async ({ url }: RunningAcademy, { clients: { admin } }: World, word: string): Promise<Officer> => {
  const name = { familyName: `${word} Quispe`, language: 'en', country: 'CR' };
  const [{ id }] = await Promise.all([
    admin.post<Made>('/api/identity/people', { ...name, email: emailOf(word), givenName: 'Ana' }),
    admin.post('/api/identity/people', { ...name, email: `novice.${emailOf(word)}`, givenName: 'Novice' }),
  ]);
  await admin.put(`/api/identity/people/${id}/password`, { password });
  return { id, client: await AcademyClient.signIn(url, emailOf(word), password) };
};

const enrollments = async (client: AcademyClient): Promise<Mine[]> =>
  (await client.get<List<Mine>>('/api/enrollment/enrollments?mine=true')).items;

/** Passes the test in each of these editions; returns the numbers of the certificates, the last of which is revoked. */
const certified = async (client: AcademyClient, { clients, scene }: World, editions: readonly string[]) => {
  const mine = await enrollments(client);
  const ids = editions.map((editionId) => mine.find((each) => each.editionId === editionId)!.id);
  await Promise.all(ids.map((enrollmentId) => passTest(client, scene, enrollmentId)));
  let issued: (Made & { enrollmentId: string; state: string })[] = [];
  await until('the certificates are issued', 30_000, async () => {
    issued = (await client.get<List<(typeof issued)[number]>>('/api/accreditation/credentials?mine=true')).items;
    return issued.filter(({ state }) => state === 'issued').length === ids.length;
  });
  const [toShow, toRevoke, revoked] = issued.map(({ id }) => id) as [string, string, string];
  await clients.registrar.post(`/api/accreditation/credentials/${revoked}/revocation`, { reason: 'Sat by somebody else.' });
  return { toShow, toRevoke, revoked };
};

const passTest = async (client: AcademyClient, { quizId, unitId }: World['scene'], enrollmentId: string): Promise<void> => {
  const paper = await client.post<Made & { questions: (Made & { kind: string })[] }>(`/api/assessment/quizzes/${quizId}/attempts`, {
    enrollmentId,
    unitId,
  });
  const truth = paper.questions.find(({ kind }) => kind === 'true-false')!;
  await client.put(`/api/assessment/attempts/${paper.id}/answers/${truth.id}`, { sequence: 1, response: true });
  await client.post(`/api/assessment/attempts/${paper.id}/submission`);
};

/** Reads the first page of the lesson on another device, and leaves it at the second. */
const beginLesson = async (client: AcademyClient, editionId: string): Promise<void> => {
  const { id, units } = (await enrollments(client)).find((each) => each.editionId === editionId)!;
  const { lease, commit } = await player(client, { enrollmentId: id, unitId: units[0]!.unitId });
  await commit(await lease('bus'), 1, [
    { kind: 'nav', element: 'open', value: 'sco' },
    { kind: 'init', result: 'true', errorCode: 0 },
    set('cmi.core.lesson_status', 'incomplete'),
    set('cmi.core.exit', 'suspend'),
    set('cmi.core.lesson_location', '1'),
    { kind: 'term', result: 'true', errorCode: 0 },
    { kind: 'nav', element: 'suspend', value: 'closed' },
  ]);
};

/** Orders whose attempts are used up, each for a reason of its own, as a fault of hours leaves them. */
const giveUp = async ({ database }: RunningAcademy, words: readonly string[]): Promise<void> => {
  await database.query(
    `insert into platform.job (id, kind, state, attempts, last_error)
     select id, 'identity.send-mail', 'dead', 8, reason from unnest($1::uuid[], $2::text[]) as given(id, reason)`,
    [words.map(() => randomUUID()), words.map(reasonOf)],
  );
};
