import { courses } from '../courses/courses.ts';
import type { AsHouse } from './as-house.ts';
import { Chance, idAt } from './chance.ts';
import type { Life } from './lives.ts';

interface Question {
  quizId: string;
  questionId: string;
  versionId: string;
  points: number;
}
interface Report extends Question {
  id: string;
  life: Life;
  text: string;
  startedAt: Date;
  submittedAt: Date;
}

const hour = 3_600_000;
/** Nobody waits for a marker for longer than so many days. */
const longestWait = 9;

/** Lays the written reports of some learners before the markers: handed in within the last days, and not marked yet. */
export const writeReports = async (on: AsHouse, lives: readonly Life[], now: Date): Promise<void> => {
  const questions = await on.rows<Question>(
    `select z.id as "quizId", q.id as "questionId", v.id as "versionId", v.points
     from assessment.quiz z join assessment.question q on q.bank_id = z.bank_id
     join assessment.question_version v on v.question_id = q.id and v.number = q.version where v.kind = 'essay'`,
  );
  const all = reportsOf(lives, questions, now).map(({ life, ...report }) => ({
    ...report,
    enrollmentId: life.enrollmentId,
    personId: life.learner.id,
    unitId: life.taught.report!.unitId,
    editionId: life.taught.id,
    deadline: life.taught.closesAt,
  }));
  const made = await on.each<{ id: string }>(
    all,
    `insert into assessment.attempt (id, quiz_id, enrollment_id, unit_id, person_id, number, state, started_at, deadline, submitted_at, essays)
     select id, "quizId", "enrollmentId", "unitId", "personId", 1, 'submitted', "startedAt", deadline, "submittedAt", '{1}'
     from jsonb_to_recordset($1::jsonb) as a(id uuid, "quizId" uuid, "enrollmentId" uuid, "unitId" uuid, "personId" uuid,
       "startedAt" timestamptz, deadline timestamptz, "submittedAt" timestamptz) order by id on conflict do nothing returning id`,
  );
  const ids = made.map(({ id }) => id);
  await on.each(
    all.filter(({ id }) => ids.includes(id)),
    `with r as (
       select * from jsonb_to_recordset($1::jsonb) as r(id uuid, "quizId" uuid, "editionId" uuid, "questionId" uuid, "versionId" uuid,
         points int, text text, "submittedAt" timestamptz)),
     papers as (
       insert into assessment.paper (attempt_id, question_ids, version_ids, choice_orders, points)
       select id, array["questionId"], array["versionId"], '{}', points from r),
     answers as (
       insert into assessment.answer (attempt_id, place, sequence, text, saved_at) select id, 1, 1, text, "submittedAt" from r)
     insert into assessment.marking (attempt_id, place, quiz_id, edition_id, version_id, submitted_at)
     select id, 1, "quizId", "editionId", "versionId", "submittedAt" from r`,
  );
  await on.audit('attempt', 'submitted', ids);
};

/** Each report was written by somebody of its language who has been through the lesson of an edition that is open. */
const reportsOf = (lives: readonly Life[], questions: readonly Question[], now: Date): Report[] => {
  const writers = lives.filter(
    ({ taught, story, state }) => taught.report && taught.closesAt > now && story.lesson?.share === 1 && state !== 'withdrawn',
  );
  return courses.flatMap(({ code, report }) =>
    Object.entries(report ?? {}).flatMap(([language, { answers }]) => {
      const able = writers.filter(({ taught, learner }) => taught.code === code && learner.language === language);
      return answers.slice(0, able.length).flatMap((text, index): Report[] => {
        const life = able[index]!;
        const question = questions.find(({ quizId }) => quizId === life.taught.report!.quizzes[language]);
        return question ? [{ ...question, ...timesOf(life, now), life, text }] : [];
      });
    }),
  );
};

const timesOf = ({ learner, taught, story }: Life, now: Date): Pick<Report, 'id' | 'startedAt' | 'submittedAt'> => {
  const chance = new Chance(`report ${learner.email} ${taught.title}`);
  const since = Math.max(story.lesson!.at.getTime() + hour, now.getTime() - longestWait * 24 * hour);
  const submittedAt = new Date(Math.max(since, now.getTime() - chance.between(3, longestWait * 24) * hour));
  const startedAt = new Date(submittedAt.getTime() - chance.between(0.25, 0.8) * hour);
  return { id: idAt(startedAt, `report ${learner.email} ${taught.title}`), startedAt, submittedAt };
};
