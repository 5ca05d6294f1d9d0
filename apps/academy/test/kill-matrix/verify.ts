import type { RuntimeRecord } from '@aula/contracts';
import { foldRecords, type ScoState } from '@aula/scorm';
import { markOf } from './driver.ts';
import type { House } from './house.ts';
import type { Ledger, Visit } from './ledger.ts';
import { unlikeOutcome } from './outcome.ts';

interface Row {
  epoch: number;
  seq: number;
  kind: RuntimeRecord['kind'];
  scoId: string;
  element: string | null;
  value: string | null;
  cut: [number, number] | null;
  result: string | null;
  errorCode: number | null;
  aside: boolean;
}
interface Attempt {
  id: string;
  completion: string;
  epoch: number;
  lastSeq: number;
}

/** What content of the driver package writes by its own steps, and not with its page going. */
const ownSteps = /^cmi\.(core\.)?(lesson_location|location|suspend_data|interactions|score|lesson_status|completion_status)/;

/** Compares what the academy holds of a learner's attempt with what the content was told. Returns what is wrong, in words. */
export const wrongs = async (
  house: House,
  learner: { enrollmentId: string; unitId: string },
  { visits, faults }: Ledger,
): Promise<string[]> => {
  const [attempt, ...more] = await house.rows<Attempt>(
    `select id, completion, epoch::int, last_seq::int as "lastSeq" from content.attempt where (enrollment_id, unit_id) = ($1, $2)`,
    [learner.enrollmentId, learner.unitId],
  );
  if (!attempt || more.length > 0) return [...faults, `there are ${attempt ? more.length + 1 : 0} attempts`];
  const rows = wholeOf(await heldOf(house, attempt.id));
  const story = await storyOf(house, learner);
  return [
    ...faults,
    ...visits.flatMap((visit) => missing(visit, rows)),
    ...twice(rows),
    ...(await unlikeFold(house, attempt, rows)),
    ...(await unlikeClaim(house, attempt)),
    ...(attempt.completion === 'completed' ? [] : [`the attempt is ${attempt.completion}`]),
    ...(story.some((word, at) => word !== 'completed' && story.slice(0, at).includes('completed')) ? [`told as ${story.join(', ')}`] : []),
  ];
};

/** What the player said at the ends of parts is what the academy came to: faults make nobody suspect. */
const unlikeClaim = async (house: House, { id }: Attempt): Promise<string[]> => {
  const found = await house.rows<{ word: string }>(
    `select concat_ws(' ', sco_id, 'claimed', claimed, 'found', found) as word from content.difference where attempt_id = $1`,
    [id],
  );
  return found.map(({ word }) => word);
};

/** Records and what was set aside, in the order of epoch and sequence. */
const heldOf = (house: House, attemptId: string): Promise<Row[]> =>
  house.rows<Row>(
    `select epoch::int, seq::int, kind, sco_id as "scoId", element, value, result, error_code as "errorCode", false as aside,
       case when cut_head is null then null else jsonb_build_array(cut_head, cut_foot) end as cut
     from content.record where attempt_id = $1
     union all
     select epoch::int, seq::int, body->>'kind', body->>'scoId', body->>'element', body->>'value', body->>'result',
       (body->>'errorCode')::int, true, body->'cut'
     from content.quarantine where attempt_id = $1 order by 1, 2`,
    [attemptId],
  );

/** Suspend data as they were set, where a record holds only what changed within its lease. */
const wholeOf = (rows: readonly Row[]): Row[] => {
  const before = new Map<string, string>();
  return rows.map((row) => {
    if (row.kind !== 'set' || row.element !== 'cmi.suspend_data' || row.result !== 'true') return row;
    const key = `${row.epoch} ${row.scoId}`;
    const base = before.get(key) ?? '';
    const value = row.cut ? base.slice(0, row.cut[0]) + row.value + base.slice(base.length - row.cut[1]) : (row.value ?? '');
    before.set(key, value);
    return { ...row, value };
  });
};

/** Every call that the content was told of is held, in its order, and nothing between them that it did not make. */
const missing = (visit: Visit, rows: readonly Row[]): string[] => {
  const due = visit.steps.slice(0, visit.due).flatMap(({ wrote }) => wrote.map((call) => call.join(' ')));
  if (due.length === 0) return [];
  const epoch = rows.find(({ value }) => value?.startsWith(`${visit.name}-`))?.epoch;
  const held = rows
    .filter((row) => row.epoch === epoch && row.kind === 'set' && ownSteps.test(row.element ?? ''))
    .map(({ element, value }) => `${element} ${markOf(value ?? '')}`);
  const at = due.findIndex((call, place) => held[place] !== call);
  return at < 0 ? [] : [`${visit.name}: call ${at + 1} of ${due.length} is ${held[at] ?? 'not held'}, not ${due[at]}`];
};

/** Each lease's records are counted from 1 without a gap, and none is both on record and set aside. */
const twice = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ epoch, seq, aside }, at) => {
    const before = rows[at - 1];
    const expected = before?.epoch === epoch ? before.seq + 1 : 1;
    return seq === expected ? [] : [`epoch ${epoch}: ${seq}${aside ? ' (set aside)' : ''} where ${expected} belongs`];
  });

/** What the attempt says now is what its records come to, folded from the first. */
const unlikeFold = async (house: House, attempt: Attempt, rows: readonly Row[]): Promise<string[]> => {
  const records = recordsOf(rows.filter(({ aside }) => !aside));
  const folded = foldRecords(
    { lastSeq: 0, scos: {} },
    inOrder(records.filter(({ scoId }) => scoId !== '')), // who chose no part yet is in none
  );
  const live = await liveOf(house, attempt.id);
  const last = rows.findLast(({ aside, epoch }) => !aside && epoch === attempt.epoch)?.seq ?? 0;
  return [
    ...Object.entries(folded.scos).flatMap(([part, state]) => differences(part, state, live.get(part))),
    ...(await unlikeOutcome(house, attempt.id, records, folded.scos)),
    ...(last === attempt.lastSeq ? [] : [`last_seq is ${attempt.lastSeq}, the last record ${last}`]),
  ];
};

const inOrder = (records: readonly RuntimeRecord[]): RuntimeRecord[] => records.map((record, at) => ({ ...record, seq: at + 1 }));

const recordsOf = (rows: readonly Row[]): RuntimeRecord[] =>
  inOrder(
    rows.map(({ kind, scoId, element, value, result, errorCode }) => ({
      ...{ seq: 0, t: 0, kind, scoId },
      ...(element !== null && { element }),
      ...(value !== null && { value }),
      ...(result !== null && { result }),
      ...(errorCode !== null && { errorCode }),
    })),
  );

const liveOf = async (house: House, attemptId: string): Promise<Map<string, Record<string, string | null>>> => {
  const rows = await house.rows<{ part: string; state: Record<string, string | null> }>(
    `select s.sco_id as part, coalesce(d.elements, '{}') || jsonb_build_object('location', s.location, 'status', s.status,
       'score', s.score_raw, 'exit', s.exit, 'visit', s.visit, 'visits', s.visits::text, 'completed', s.latched_completed::text,
       'suspendData', u.data) as state
     from content.sco s left join content.suspend_data u using (attempt_id, sco_id)
     left join content.sco_data d using (attempt_id, sco_id) where attempt_id = $1`,
    [attemptId],
  );
  return new Map(rows.map(({ part, state }) => [part, state]));
};

const columns: Readonly<Record<string, string>> = {
  'cmi.core.lesson_location': 'location',
  'cmi.location': 'location',
  'cmi.core.lesson_status': 'status',
  'cmi.completion_status': 'status',
  'cmi.core.score.raw': 'score',
  'cmi.score.raw': 'score',
  'cmi.core.exit': 'exit',
  'cmi.exit': 'exit',
  'cmi.suspend_data': 'suspendData',
};

const differences = (part: string, { elements, visit, visits, latched }: ScoState, live: Record<string, string | null> = {}): string[] => {
  const own = Object.entries(elements).filter(([element]) => element !== 'adl.nav.request' && !element.endsWith('session_time'));
  const expected = new Map(own.map(([element, value]) => [columns[element] ?? element, value]));
  for (const [name, value] of Object.entries({ visit, visits, completed: latched.completed })) expected.set(name, String(value));
  const found = new Map(Object.entries(live).filter(([, value]) => value !== null));
  return [...new Set([...expected.keys(), ...found.keys()])]
    .filter((name) => expected.get(name) !== found.get(name))
    .map(
      (name) =>
        `${part}: ${name} is ${markOf(found.get(name) ?? 'nothing')}, its records come to ${markOf(expected.get(name) ?? 'nothing')}`,
    );
};

/** What the academy said of the unit's completion, in order. */
const storyOf = async (house: House, { enrollmentId, unitId }: { enrollmentId: string; unitId: string }): Promise<string[]> => {
  const rows = await house.rows<{ completion: string }>(
    `select item->>'completion' as completion from platform.event e cross join jsonb_array_elements(e.items) with ordinality as i(item, at)
     where e.name = 'unit.progressed' and item->>'enrollmentId' = $1 and item->>'unitId' = $2 order by e.id, at`,
    [enrollmentId, unitId],
  );
  return rows.map(({ completion }) => completion);
};
