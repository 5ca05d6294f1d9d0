import { verifyAudit } from '@aula/platform';
import { completeAndIssue, enroll, follow, importPeople, makeCourse, signIn } from './steps.ts';
import { answer, grade } from './sitting.ts';
import type { Stage } from './stage.ts';

const order = ['import', 'enroll', 'answer', 'grade', 'complete-and-issue', 'follow'] as const;
export type CohortStep = (typeof order)[number];

export interface CohortWish {
  officers: number;
  /** So many of them sit the examination through the API; the answers of the others are written as rows. */
  byHttp: number;
  last: CohortStep;
}

/** Takes officers from the spreadsheet up to the step `last`; tells the seconds of each step, and of how many, as soon as it is done. */
export const takeThrough = async (
  stage: Stage,
  { officers, byHttp, last }: CohortWish,
  done: (step: CohortStep, seconds: number, of?: number) => void,
): Promise<void> => {
  const admin = await signIn(stage);
  const stopWorker = await stage.worker(['identity', 'enrollment']);
  done('import', await importPeople(stage, admin, officers));
  if (last === 'import') return stopWorker();
  const course = await makeCourse(stage, admin);
  done('enroll', await enroll(admin, course, officers));
  await stopWorker();
  if (last === 'enroll') return;
  const sat = await answer(stage, course, officers, Math.min(byHttp, officers));
  done('answer', sat.byHttp.seconds, sat.byHttp.officers);
  if (last === 'answer') return;
  done('grade', await grade(stage, sat));
  if (last === 'grade') return;
  done('complete-and-issue', await completeAndIssue(stage));
  if (last === 'follow') done('follow', await follow(stage));
};

/** What a cohort came to, and what of it is not as it must be. */
export interface Outcome {
  counts: Record<string, number>;
  faults: string[];
}

/** What there must be after a step: a row for each officer, and none twice. */
interface Result {
  after: CohortStep;
  name: string;
  rows: string;
  /** The column that tells whose the row is. */
  of: string;
}
const results: readonly Result[] = [
  { after: 'import', name: 'people', rows: `identity.person where external_id like 'C-%'`, of: 'external_id' },
  { after: 'enroll', name: 'enrollments', rows: 'enrollment.enrollment', of: 'person_id' },
  { after: 'grade', name: 'grades', rows: 'assessment.grade', of: 'attempt_id' },
  { after: 'grade', name: 'passed', rows: 'assessment.grade where passed', of: 'attempt_id' },
  { after: 'complete-and-issue', name: 'completions', rows: 'enrollment.completion', of: 'enrollment_id' },
  { after: 'complete-and-issue', name: 'credentials', rows: `accreditation.credential where state = 'issued'`, of: 'person_id' },
  { after: 'follow', name: 'counted', rows: 'insights.learner where completed and certified', of: 'enrollment_id' },
];

/** N of everything up to the step `last`, one for each; nothing gave up; a sample of certificates verifies; the audit chain is whole. */
export const checkCohort = async (stage: Stage, officers: number, last: CohortStep): Promise<Outcome> => {
  const [counts, faults]: [Record<string, number>, string[]] = [{}, []];
  for (const { name, rows, of } of results.filter(({ after }) => order.indexOf(after) <= order.indexOf(last))) {
    counts[name] = await stage.number(`select count(*) from ${rows}`);
    const apart = await stage.number(`select count(distinct ${of}) from ${rows}`);
    if (counts[name] !== officers || apart !== officers) faults.push(`${counts[name]} ${name}, for ${apart} of ${officers} officers`);
  }
  for (const table of ['job', 'delivery']) {
    const dead = await stage.number(`select count(*) from platform.${table} where state = 'dead'`);
    if (dead > 0) faults.push(`${dead} of platform.${table} gave up`);
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
