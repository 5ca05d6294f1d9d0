import { createHash } from 'node:crypto';
import { activityTree, playedOrganization, suspendData, type Manifest } from '@aula/scorm';
import { courses } from '../courses/courses.ts';
import type { AsHouse } from './as-house.ts';
import type { Life } from './lives.ts';
import { studyOf, type Played, type Study } from './studies.ts';

/** Writes what was done in the lessons: attempts with their records and what these came to. Those that are there already stay. */
export const writeStudies = async (on: AsHouse, lives: readonly Life[]): Promise<void> => {
  const played = await packagesOf(on);
  const all = lives.flatMap((life): Study[] => {
    const { texts } = courses.find(({ code }) => code === life.taught.code)!;
    const language = life.learner.language as keyof typeof texts;
    const study = studyOf(life, played.get(life.taught.packages[language]!)!, texts[language].lesson);
    return study ? [study] : [];
  });
  const made = new Set(await writeAttempts(on, all));
  const fresh = all.filter(({ id }) => made.has(id));
  await writeRecords(on, fresh);
  await writeItems(on, fresh);
  await on.audit('content-attempt', 'begun', [...made]);
  await on.audit(
    'content-attempt',
    'progressed',
    fresh.map(({ id }) => id),
  );
};

const packagesOf = async (on: AsHouse): Promise<Map<string, Played>> => {
  const found = await on.rows<{ id: string; manifest: Manifest }>(`select id, manifest from content.package where state = 'ready'`);
  return new Map(
    found.map(({ id, manifest }) => {
      const organization = playedOrganization(manifest);
      const { items, sequenced, activityTree: settings } = organization;
      return [id, { id, version: manifest.version, items, tree: sequenced && settings ? activityTree(settings, organization) : null }];
    }),
  );
};

/** A host of its own for each attempt, as the academy gives it: a DNS label that nobody guesses. */
const hostOf = (id: string): string => createHash('sha256').update(`host ${id}`).digest('hex').slice(0, 26);

const writeAttempts = async (on: AsHouse, studies: readonly Study[]): Promise<string[]> => {
  const made = await on.each<{ id: string }>(
    studies.map(({ id, life, played, openedAt, leftAt, records, result }) => ({
      ...{ id, enrollment_id: life.enrollmentId, unit_id: life.taught.units.scorm, person_id: life.learner.id, package_id: played.id },
      ...{ host_label: hostOf(id), opened_at: openedAt, leased_at: leftAt, last_seq: records.length, ...result },
    })),
    `insert into content.attempt (id, enrollment_id, unit_id, person_id, package_id, host_label, opened_at, epoch, last_seq, leased_at,
       completion, success, scaled, progress, seconds)
     select id, enrollment_id, unit_id, person_id, package_id, host_label, opened_at, 1, last_seq, leased_at, completion, success, scaled,
       progress, seconds
     from jsonb_to_recordset($1::jsonb) as a(id uuid, enrollment_id uuid, unit_id uuid, person_id uuid, package_id uuid, host_label text,
       opened_at timestamptz, last_seq bigint, leased_at timestamptz, completion text, success text, scaled float8, progress float8,
       seconds float8)
     order by id on conflict do nothing returning id`,
  );
  return made.map(({ id }) => id);
};

const writeRecords = async (on: AsHouse, studies: readonly Study[]): Promise<void> => {
  await on.each(
    studies.map(({ id, openedAt }) => ({ id, at: openedAt })),
    `insert into content.lease (attempt_id, epoch, at, how, claims) select id, 1, at, 'first', false
     from jsonb_to_recordset($1::jsonb) as l(id uuid, at timestamptz) order by id`,
  );
  await on.each(
    studies.flatMap(({ id, records }) =>
      records.map(({ seq, at, t, kind, scoId, element, value, result, errorCode }) => [
        ...[id, seq, at, t, kind, scoId, element ?? null, value ?? null, result ?? null, errorCode ?? null],
      ]),
    ),
    `insert into content.record (attempt_id, epoch, seq, server_at, client_ms, kind, sco_id, element, value, result, error_code)
     select (r->>0)::uuid, 1, (r->>1)::bigint, (r->>2)::timestamptz, (r->>3)::float8, r->>4, r->>5, r->>6, r->>7, r->>8, (r->>9)::smallint
     from jsonb_array_elements($1::jsonb) as r`,
  );
};

const typed = [
  ['status', 'core.lesson_status', 'completion_status'],
  ['success_status', '', 'success_status'],
  ['score_raw', 'core.score.raw', 'score.raw'],
  ['score_min', 'core.score.min', 'score.min'],
  ['score_max', 'core.score.max', 'score.max'],
  ['score_scaled', '', 'score.scaled'],
  ['progress_measure', '', 'progress_measure'],
  ['exit', 'core.exit', 'exit'],
  ['session_time', 'core.session_time', 'session_time'],
  ['location', 'core.lesson_location', 'location'],
] as const;

/** One item as it is stored: what content writes all the time in columns, suspend data and rare elements apart. */
const itemOf = (id: string, version: Played['version'], { scoId, state, result }: Study['visited'][number]) => {
  const columns = typed.map(([column, in12, in2004]) => [column, `cmi.${version === '1.2' ? in12 : in2004}`] as const);
  const { elements, visit, visits, earlierSeconds, latched } = state;
  const apart = new Set([suspendData, ...columns.map(([, element]) => element)]);
  return {
    ...{ attempt_id: id, sco_id: scoId, visit, visits, earlier_seconds: earlierSeconds, ...result },
    ...{ latched_completed: latched.completed, latched_passed: latched.passed },
    ...Object.fromEntries(columns.map(([column, element]) => [column, elements[element] ?? null])),
    data: elements[suspendData] ?? null,
    elements: Object.fromEntries(Object.entries(elements).filter(([element]) => !apart.has(element))),
  };
};

const writeItems = async (on: AsHouse, studies: readonly Study[]): Promise<void> => {
  const items = studies.flatMap(({ id, played, visited }) => visited.map((each) => itemOf(id, played.version, each)));
  const names = typed.map(([column]) => column);
  const texts = names.map((column) => `${column} text`).join(', ');
  await on.each(
    items,
    `with i as materialized (
       select * from jsonb_to_recordset($1::jsonb) as i(attempt_id uuid, sco_id text, visit text, visits int, earlier_seconds float8,
         latched_completed boolean, latched_passed boolean, completion text, success text, scaled float8, progress float8, seconds float8,
         data text, elements jsonb, ${texts})),
     items as (
       insert into content.sco (attempt_id, sco_id, visit, visits, earlier_seconds, latched_completed, latched_passed, completion, success,
         scaled, progress, seconds, ${names.join(', ')})
       select attempt_id, sco_id, visit, visits, earlier_seconds, latched_completed, latched_passed, completion, success, scaled, progress,
         seconds, ${names.join(', ')} from i order by 1, 2),
     suspended as (
       insert into content.suspend_data (attempt_id, sco_id, data) select attempt_id, sco_id, data from i where data is not null),
     answered as (
       insert into content.sco_data (attempt_id, sco_id, elements) select attempt_id, sco_id, elements from i where elements <> '{}')
     insert into content.interaction_due (attempt_id, sco_id)
     select attempt_id, sco_id from i where elements <> '{}' union all select distinct attempt_id, '' from i where completion = 'completed'`,
  );
  await on.each(
    studies.flatMap(({ id, sequencing: state }) => (state ? [{ id, state }] : [])),
    `insert into content.sequencing (attempt_id, state) select id, state from jsonb_to_recordset($1::jsonb) as s(id uuid, state jsonb)`,
  );
};
