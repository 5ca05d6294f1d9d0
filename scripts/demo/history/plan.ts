import { accounts } from '../people/accounts.ts';
import { editions } from '../editions.ts';
import { idAt } from './chance.ts';
import type { EditionSeed, Known } from './learning.ts';
import { lifeOf, type Learner, type Life, type Quiz, type Taught } from './lives.ts';
import { pastEditions, type PastEdition } from './past-editions.ts';

const day = 86_400_000;

/** The editions of the past as rows of an academy whose courses have these versions. */
export const pastSeeds = (versions: Known['versions'], now: Date): EditionSeed[] =>
  pastEditions.map(({ course, title, mode, timeZone, opens, closes }) => {
    const opensAt = new Date(now.getTime() + opens * day);
    return {
      id: idAt(new Date(opensAt.getTime() - 30 * day), `edition ${title}`),
      versionId: versions.find(({ code }) => code === course)!.id,
      title,
      mode,
      timeZone,
      opensAt,
      closesAt: new Date(now.getTime() + closes * day),
    };
  });

/** Everything that happened: in the editions of the past, and since they opened in those of today. */
export const livesOf = (known: Known, seeds: readonly EditionSeed[], quizzes: ReadonlyMap<string, Quiz>, now: Date): Life[] => [
  ...seeds.flatMap((seed, index) => pastLives(known, taughtOf(seed, known, quizzes), pastEditions[index]!, now)),
  ...known.editions
    .filter(({ title, opensAt }) => opensAt < now && editions.some((edition) => edition.title === title))
    .flatMap((edition) => presentLives(known, taughtOf(edition, known, quizzes), now)),
];

/** The accounts with which people look around have a past of their own making; the officer has finished one course. */
const looking: ReadonlySet<string> = new Set([...accounts.map(({ email }) => email), 'admin@aula.example']);
const finishedByOfficer = 'PC-301 · Quito, cohorte regional';

const pastLives = ({ people }: Known, taught: Taught, { countries, each = 1 }: PastEdition, now: Date): Life[] => {
  const chosen = people
    .filter(({ email, country }) => !looking.has(email) && (countries === 'all' || countries.includes(country ?? '')))
    .filter((_, index) => index % each === 0);
  const officer = people.filter(({ email }) => email === 'officer@aula.example' && taught.title === finishedByOfficer);
  return [
    ...officer.map((learner) => lifeOf(learner, taught, { now, surely: 'completed' })),
    ...chosen.map((learner) => lifeOf(learner, taught, { now })),
  ];
};

/** Of those who were enrolled through the API; who has begun already is left alone. */
const presentLives = ({ people, enrolled }: Known, taught: Taught, now: Date): Life[] => {
  const byId = new Map<string, Learner>(people.map((person) => [person.id, person]));
  return enrolled
    .filter(({ editionId, progress }) => editionId === taught.id && progress === 0)
    .flatMap(({ id, personId }) => {
      const learner = byId.get(personId);
      return learner && !looking.has(learner.email) ? [lifeOf(learner, taught, { now, enrollmentId: id })] : [];
    });
};

const taughtOf = (edition: Omit<EditionSeed, 'mode' | 'timeZone'>, known: Known, quizzes: ReadonlyMap<string, Quiz>): Taught => {
  const units = known.units.filter(({ versionId }) => versionId === edition.versionId);
  const of = (kind: string) => units.find((unit) => unit.kind === kind);
  const named = ({ contents }: Known['units'][number], which: 'quizId' | 'packageId') =>
    Object.fromEntries(Object.entries(contents).map(([language, each]) => [language, each[which]!]));
  const exam = units.find((unit) => unit.kind === 'quiz' && Object.values(named(unit, 'quizId')).every((id) => quizzes.has(id)))!;
  const report = units.find((unit) => unit.kind === 'quiz' && unit !== exam);
  const version = known.versions.find(({ id }) => id === edition.versionId)!;
  return {
    ...edition,
    code: version.code,
    minimumScore: version.minimumScore,
    units: { page: of('page')!.id, scorm: of('scorm')!.id, session: of('session')?.id ?? null, quiz: exam.id },
    quizzes: Object.fromEntries(Object.entries(named(exam, 'quizId')).map(([language, id]) => [language, quizzes.get(id)!])),
    packages: named(of('scorm')!, 'packageId'),
    report: report ? { unitId: report.id, quizzes: named(report, 'quizId') } : null,
  };
};
