import type { EnrollmentView, RuntimeLaunched, RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { onContent } from '../../../../scripts/bench/content-client.ts';
import type { AcademyClient } from '../../../../scripts/demo/academy-client.ts';

type Draft = Partial<RuntimeRecord>;
/** A SetValue that the API took. */
export const set = (element: string, value: string, more: Draft = {}): Draft => ({
  kind: 'set',
  element,
  value,
  result: 'true',
  errorCode: 0,
  ...more,
});
const nav = (element: string, value: string): Draft => ({ kind: 'nav', element, value });
const ended: Draft[] = [{ kind: 'term', result: 'true', errorCode: 0 }, nav('leave', 'exit')];
const began: Draft[] = [nav('open', 'sco'), { kind: 'init', result: 'true', errorCode: 0 }];
/** A whole visit in which this happened. */
export const visited = (...drafts: Draft[]): Draft[] => [...began, ...drafts, ...ended];
const answer = (at: number, id: string, response: string, result: string): Draft[] => [
  set(`cmi.interactions.${at}.id`, id),
  set(`cmi.interactions.${at}.type`, 'choice'),
  set(`cmi.interactions.${at}.student_response`, response),
  set(`cmi.interactions.${at}.result`, result),
  set(`cmi.interactions.${at}.latency`, '00:00:12'),
];

/** The player of one launch, on its own host. */
export const player = async (learner: AcademyClient, wish: { enrollmentId: string; unitId: string }) => {
  const address = new URL((await learner.post<{ url: string }>('/api/content/launches', wish)).url);
  const port = Number(new URL(learner.baseUrl).port);
  const launched = await onContent<RuntimeLaunched>(port, address.host, '/_rt/launch', { launchCode: address.hash.slice(1) });
  const ask = <T>(path: string, body: object): Promise<T> => onContent<T>(port, address.host, path, body, launched.token);
  const commit = ({ epoch, current }: RuntimeLeased, from: number, drafts: Draft[]): Promise<unknown> => {
    const t = Date.now() - 600_000;
    const records = drafts.map((draft, at) => ({ seq: from + at, t: t + at * 1_500, scoId: current ?? '', ...draft }));
    return ask('/_rt/commit', { epoch, nonce: `nonce-${epoch}-${from}`, records });
  };
  const lease = (device: string): Promise<RuntimeLeased> => ask('/_rt/lease', { device, takeOver: true });
  return { attemptId: launched.attemptId, lease, commit };
};

/**
 * Somebody studies the package of a course on a phone; a computer takes it over, and what the phone hands in afterwards is set aside.
 * Nobody has it open in the end.
 */
export const studied = async (learner: AcademyClient, enrollmentId: string): Promise<{ attemptId: string; unitId: string }> => {
  const { units } = await learner.get<EnrollmentView>(`/api/enrollment/enrollments/${enrollmentId}`);
  const { unitId } = units.find(({ kind }) => kind === 'scorm')!;
  const [phone, desk] = [await player(learner, { enrollmentId, unitId }), await player(learner, { enrollmentId, unitId })];
  const one = await phone.lease('phone');
  const refused = set('cmi.core.lesson_status', 'finished', { result: 'false', errorCode: 405 });
  await phone.commit(one, 1, [
    ...began,
    ...answer(0, 'urn:aula:practice-1', 'b', 'correct'),
    refused,
    set('cmi.core.lesson_location', '2'),
  ]);
  const two = await desk.lease('desk');
  await phone
    .commit(one, 10, [...answer(1, 'urn:aula:practice-2', 'a', 'wrong'), set('cmi.core.lesson_location', '3')])
    .catch(() => undefined);
  await desk.commit(two, 1, [...began, set('cmi.core.lesson_location', '1'), nav('suspend', 'closed')]);
  return { attemptId: phone.attemptId, unitId };
};

/** Somebody completes the package of a course in a way that does not differ from anybody else who does it so. */
export const completedAlike = async (learner: AcademyClient, enrollmentId: string): Promise<string> => {
  const { units } = await learner.get<EnrollmentView>(`/api/enrollment/enrollments/${enrollmentId}`);
  const { unitId } = units.find(({ kind }) => kind === 'scorm')!;
  const { attemptId, lease, commit } = await player(learner, { enrollmentId, unitId });
  const answers = [...answer(0, 'urn:aula:practice-1', 'b', 'correct'), ...answer(1, 'urn:aula:practice-2', 'c', 'correct')];
  await commit(await lease('tablet'), 1, visited(...answers, set('cmi.core.lesson_status', 'completed')));
  return attemptId;
};
