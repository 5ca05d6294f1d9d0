import { verifyAudit } from '@aula/platform';
import { answer, completeAndIssue, enroll, grade, importPeople, makeCourse, signIn } from './steps.ts';
import type { Stage } from './stage.ts';

export type CohortStep = 'import' | 'enroll' | 'answer' | 'grade' | 'complete-and-issue';

/** Takes officers from the spreadsheet up to the step `last`; tells the seconds of each step as soon as it is done. */
export const takeThrough = async (
  stage: Stage,
  officers: number,
  last: CohortStep,
  done: (step: CohortStep, seconds: number) => void,
): Promise<void> => {
  const admin = await signIn(stage);
  const stopWorker = await stage.worker(['identity', 'enrollment']);
  done('import', await importPeople(stage, admin, officers));
  if (last === 'import') return stopWorker();
  const course = await makeCourse(stage, admin);
  done('enroll', await enroll(admin, course, officers));
  await stopWorker();
  if (last === 'enroll') return;
  const sitting = await answer(stage, course);
  done('answer', sitting.seconds);
  if (last === 'answer') return;
  done('grade', await grade(stage, sitting.last));
  if (last === 'grade') return;
  done('complete-and-issue', await completeAndIssue(stage));
};

/** What a cohort came to, and what of it is not as it must be. */
export interface Outcome {
  counts: Record<string, number>;
  faults: string[];
}

const results: readonly { after: CohortStep; name: string; count: string }[] = [
  { after: 'import', name: 'people', count: `select count(distinct id) from identity.person where external_id like 'C-%'` },
  { after: 'enroll', name: 'enrollments', count: 'select count(distinct person_id) from enrollment.enrollment' },
  { after: 'grade', name: 'grades', count: 'select count(distinct attempt_id) from assessment.grade' },
  { after: 'grade', name: 'passed', count: 'select count(*) from assessment.grade where passed' },
  { after: 'complete-and-issue', name: 'completions', count: 'select count(distinct enrollment_id) from enrollment.completion' },
  {
    after: 'complete-and-issue',
    name: 'credentials',
    count: `select count(distinct person_id) from accreditation.credential where state = 'issued'`,
  },
];
const order: readonly CohortStep[] = ['import', 'enroll', 'answer', 'grade', 'complete-and-issue'];

/** N of everything up to the step `last`, each of somebody else; a sample of certificates verifies; the audit chain is whole. */
export const checkCohort = async (stage: Stage, officers: number, last: CohortStep): Promise<Outcome> => {
  const [counts, faults]: [Record<string, number>, string[]] = [{}, []];
  for (const { name, count } of results.filter(({ after }) => order.indexOf(after) <= order.indexOf(last))) {
    counts[name] = await stage.number(count);
    if (counts[name] !== officers) faults.push(`${counts[name]} ${name} of ${officers} officers`);
  }
  const { rows } = await stage.database.query<{ id: string }>('select id from accreditation.credential order by random() limit 10');
  for (const { id } of rows) {
    const answer = await fetch(`${stage.url}/api/accreditation/verifications/${id}`);
    const { integrity, status } = (await answer.json()) as { integrity?: { answer: string }; status?: { answer: string } };
    if (integrity?.answer !== 'intact' || status?.answer !== 'in-force') faults.push(`credential ${id} does not verify`);
  }
  const { broken, entries } = await verifyAudit(stage.database);
  if (broken) faults.push(`the audit chain is broken: ${JSON.stringify(broken)}`);
  return { counts: { ...counts, verified: rows.length, auditEntries: entries }, faults };
};
