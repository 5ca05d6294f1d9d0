import { inOrder } from '@aula/platform';
import { Stage } from '../cohort/stage.ts';
import { signIn } from '../cohort/steps.ts';
import type { AcademyClient } from '../demo/academy-client.ts';
import { between, readCpu } from './machine.ts';
import type { Report } from './report.ts';
import { fillRoster, type Filled } from './roster-rows.ts';

/** What an administrator waits for at most. */
const goal = '<=200';
const tries = 7;

/** Measures the roster of one edition with `learners` in it, through the real routes, one request at a time. */
export const roster = async (report: Report, learners: number): Promise<void> => {
  const stage = await Stage.open();
  try {
    const admin = await signIn(stage);
    const filled = await fillRoster(stage, admin, learners);
    await inOrder(Object.entries(requests(admin, filled)), async ([name, ask]) => {
      const from = cpuOf(stage);
      report.value(`roster.${name}`, learners, 'ms', await timed(ask), goal);
      const { app, postgres } = between(from, cpuOf(stage));
      report.value(`roster.${name}.cpu`, learners, 'ms/request', [((app + postgres) * 1_000) / (tries + 1)]);
    });
    report.value('roster.paging', learners, 'ms', await paged(admin, filled), goal);
    await inOrder(['csv', 'xlsx'] as const, async (format) => {
      const seconds = await exported(stage, filled, format);
      report.value(`roster.export.${format}`, learners, 'rows/s', [learners / seconds]);
    });
  } finally {
    await stage.close();
  }
};

/** What academy and PostgreSQL have taken of the processor: told beside the time, which others may stretch. */
const cpuOf = ({ pids }: Stage) => readCpu({ app: [pids.app], postgres: pids.postgres, generator: process.pid });

const requests = (admin: AcademyClient, { path, units, branch, leaf }: Filled): Record<string, () => Promise<unknown>> => {
  const list = (query: string) => () => admin.get(`${path}/roster?${query}`);
  return {
    'first-page': list('limit=50'),
    'last-first': list('sort=-name'),
    'by-progress': list('sort=-progress'),
    'by-activity': list('sort=activity'),
    state: list('state=withdrawn'),
    'state-rare': list('state=pending'),
    progress: list('progress=under-half'),
    'missing-unit': list(`missing=${units[0]!}`),
    'missing-last-unit': list(`missing=${units.at(-1)!}`),
    institution: list(`institutionId=${branch}`),
    'institution-leaf': list(`institutionId=${leaf}&state=active`),
    country: list('country=PE&state=active'),
    'country-none': list('country=HT'),
    inactive: list('inactiveDays=30&state=active'),
    'due-nobody': list('dueDays=1'),
    name: list('q=quispe%20rosa'),
    'name-rare': list('q=gonzalez%2019999'),
    'name-nobody': list('q=zzzzz'),
    'everything-at-once': list(`state=active&progress=over-half&country=PE&institutionId=${branch}&q=a&sort=-activity`),
    summary: () => admin.get(`${path}/roster-summary`),
    'summary-filtered': () => admin.get(`${path}/roster-summary?state=active&country=PE`),
    funnel: () => admin.get(`${path}/roster-funnel`),
    'reminder-preview': () => admin.post(`${path}/reminder-previews`, { filter: { state: 'active' } }),
    'rule-rehearsal': () => admin.post(`${path}/enrollment-rehearsals`, { rule: { countries: ['PE', 'CL'] } }),
  };
};

/** Milliseconds of each try; the first, which fills the caches, is not told. */
const timed = async (ask: () => Promise<unknown>): Promise<number[]> => {
  const times: number[] = [];
  for (let at = 0; at <= tries; at++) {
    const from = performance.now();
    await ask();
    times.push(performance.now() - from);
  }
  return times.slice(1);
};

/** Milliseconds of each of the pages that follow the first. */
const paged = async (admin: AcademyClient, { path }: Filled): Promise<number[]> => {
  const times: number[] = [];
  let cursor = '';
  for (let at = 0; at <= tries; at++) {
    const from = performance.now();
    const { next } = await admin.get<{ next: string | null }>(`${path}/roster?limit=200${cursor && `&cursor=${cursor}`}`);
    times.push(performance.now() - from);
    if (next === null) break;
    cursor = next;
  }
  return times.slice(1);
};

/** Seconds of the whole file. */
const exported = async (stage: Stage, { path, cookie }: Filled, format: string): Promise<number> => {
  const from = performance.now();
  const answer = await fetch(`${stage.url}${path}/roster.${format}`, { headers: { cookie } });
  const bytes = (await answer.arrayBuffer()).byteLength;
  const seconds = (performance.now() - from) / 1_000;
  if (!answer.ok || bytes < 1_000) throw new Error(`${format}: ${answer.status}, ${bytes} bytes`);
  console.error(`${format}: ${(bytes / 1_048_576).toFixed(1)} MB in ${seconds.toFixed(1)} s`);
  return seconds;
};
