import { setTimeout as sleep } from 'node:timers/promises';
import type { Settings } from '@aula/platform';
import type { AcademyClient } from '../academy-client.ts';
import { AsHouse } from './as-house.ts';
import { writeBirthYears } from './birth-years.ts';
import { dateCertificates } from './certificates.ts';
import { quizzesOf, writeAttempts } from './examinations.ts';
import { readKnown, writeLives, type Known } from './learning.ts';
import { writeStudies } from './lessons.ts';
import { livesOf, pastSeeds } from './plan.ts';
import { writeReports } from './reports.ts';

/**
 * Gives the demonstration a year of history. What lies in the past cannot be done through the API, whose clock is the database's, so it
 * is written here: as the role of the house that owns the rows, in sets, in the audit chain, with facts that the worker takes like any
 * other. Certificates come from the academy itself. What an interrupted run wrote is found and left.
 */
export const makeHistory = async (settings: Settings, registrar: AcademyClient, now: Date): Promise<number> => {
  await AsHouse.run(settings, 'identity', (on) => writeBirthYears(on, now.getUTCFullYear()));
  const known = await AsHouse.run(settings, 'enrollment', readKnown);
  const seeds = pastSeeds(known.versions, now);
  const quizzes = await AsHouse.run(settings, 'assessment', quizzesOf);
  const lives = livesOf(known, seeds, quizzes, now);
  if (!known.editions.some(({ id, title }) => seeds.some((seed) => seed.id === id || seed.title === title))) {
    await AsHouse.run(settings, 'assessment', async (on) => {
      await writeAttempts(on, lives);
      await writeReports(on, lives, now);
    });
    await AsHouse.run(settings, 'content', (on) => writeStudies(on, lives));
    await AsHouse.run(settings, 'enrollment', (on) => writeLives(on, lives, seeds, named(known)));
  }
  await certificates(settings, registrar);
  return lives.length;
};

/** Ids of the accounts that stand behind what was done. */
const named = ({ people }: Known): { training: string; instructor: string } => {
  const idOf = (name: string): string => people.find(({ email }) => email === `${name}@aula.example`)!.id;
  return { training: idOf('training'), instructor: idOf('instructor') };
};

/** What the register found wrong in the past. */
const reasons = [
  'La prueba final fue rendida por otra persona.',
  'O certificado foi emitido em duplicidade por erro de cadastro.',
  'The identity of the holder could not be confirmed.',
  'La presencia en la práctica se registró por error.',
];

const certificates = async (settings: Settings, registrar: AcademyClient): Promise<void> => {
  await issued(settings);
  const revocable = await AsHouse.run(settings, 'accreditation', (on) =>
    on.rows<{ id: string }>(
      `select id from (select id, completed_at, row_number() over (order by completed_at) as n from accreditation.credential
         where completed_at < clock_timestamp() - interval '40 days') c
       where n % 60 = 20 order by n limit ${reasons.length}`,
    ),
  );
  await Promise.all(
    revocable.map(({ id }, index) => registrar.post(`/api/accreditation/credentials/${id}/revocation`, { reason: reasons[index]! })),
  );
  await AsHouse.run(settings, 'accreditation', (on) => dateCertificates(on, settings));
};

/** Waits until the academy has issued a certificate for every completion. */
const issued = async (settings: Settings): Promise<void> => {
  const until = performance.now() + 60_000;
  for (;;) {
    const [missing] = await AsHouse.run(settings, 'accreditation', (on) =>
      on.rows<{ n: number }>(
        `select count(*)::int as n from enrollment.pub_completion m where m.voided_at is null and not exists (
           select from accreditation.credential c where c.enrollment_id = m.enrollment_id and c.state <> 'pending')`,
      ),
    );
    if (missing!.n === 0) return;
    if (performance.now() > until) throw new Error(`${missing!.n} certificates of the past were not issued within a minute`);
    await sleep(150);
  }
};
