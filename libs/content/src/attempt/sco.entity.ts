import type { RuntimeRecord } from '@aula/contracts';
import type { ScormVersion, ScoResult, ScoState } from '@aula/scorm';

/** What content writes all the time, and what results are derived from: a column each. */
export const typedColumns = [
  'status',
  'success_status',
  'score_raw',
  'score_min',
  'score_max',
  'score_scaled',
  'progress_measure',
  'exit',
  'session_time',
  'location',
] as const;
type TypedColumn = (typeof typedColumns)[number];

/** One item of an attempt as it is stored. Its suspend data and rare elements lie apart. */
export type ScoRow = Record<TypedColumn, string | null> &
  ScoResult & {
    attempt_id: string;
    sco_id: string;
    visit: ScoState['visit'];
    visits: number;
    earlier_seconds: number;
    attempt_from: number;
    latched_completed: boolean;
    latched_passed: boolean;
  };

const elementOf: Record<ScormVersion, Partial<Record<TypedColumn, string>>> = {
  '1.2': {
    status: 'cmi.core.lesson_status',
    score_raw: 'cmi.core.score.raw',
    score_min: 'cmi.core.score.min',
    score_max: 'cmi.core.score.max',
    exit: 'cmi.core.exit',
    session_time: 'cmi.core.session_time',
    location: 'cmi.core.lesson_location',
  },
  '2004': {
    status: 'cmi.completion_status',
    success_status: 'cmi.success_status',
    score_raw: 'cmi.score.raw',
    score_min: 'cmi.score.min',
    score_max: 'cmi.score.max',
    score_scaled: 'cmi.score.scaled',
    progress_measure: 'cmi.progress_measure',
    exit: 'cmi.exit',
    session_time: 'cmi.session_time',
    location: 'cmi.location',
  },
};

export const suspendData = 'cmi.suspend_data';
/** Belongs to one visit and is answered by the player. */
const passing = 'adl.nav.request';
const listed = /^cmi\.(?:interactions|objectives|comments_from_learner)\.(\d+)\./;
/** Most entries of one list; what content writes beyond stays in the records alone. */
const longestList = 5_000;

/** The runtime data of a row. `rest`: its rare elements and suspend data, where they were loaded. */
export const toState = (version: ScormVersion, row: ScoRow, rest: Readonly<Record<string, string>> = {}): ScoState => {
  const typed = Object.entries(elementOf[version]).flatMap(([column, element]): [string, string][] => {
    const value = row[column as TypedColumn];
    return value === null ? [] : [[element, value]];
  });
  return {
    elements: { ...rest, ...Object.fromEntries(typed) },
    visit: row.visit,
    visits: row.visits,
    earlierSeconds: row.earlier_seconds,
    ...(row.attempt_from > 0 && { attemptFrom: row.attempt_from }),
    latched: { completed: row.latched_completed, passed: row.latched_passed },
  };
};

/** What a state that was folded from typed columns alone amounts to: the row's columns, new suspend data, new rare elements. */
export const fromState = (
  version: ScormVersion,
  { elements, visit, visits, earlierSeconds, attemptFrom = 0, latched }: ScoState,
): { columns: Omit<ScoRow, 'attempt_id' | 'sco_id' | keyof ScoResult>; suspend: string | undefined; rest: Record<string, string> } => {
  const typed = elementOf[version];
  const columns = Object.fromEntries(
    typedColumns.map((column): [TypedColumn, string | null] => [column, elements[typed[column] ?? ''] ?? null]),
  ) as Record<TypedColumn, string | null>;
  const apart = new Set([...Object.values(typed), suspendData, passing]);
  const rest = Object.entries(elements).filter(([element]) => !apart.has(element) && Number(listed.exec(element)?.[1] ?? 0) < longestList);
  return {
    columns: {
      ...columns,
      visit,
      visits,
      earlier_seconds: earlierSeconds,
      attempt_from: attemptFrom,
      latched_completed: latched.completed,
      latched_passed: latched.passed,
    },
    suspend: elements[suspendData],
    rest: Object.fromEntries(rest),
  };
};

/** True for a SetValue of suspend data that the API took. */
const setsSuspendData = (record: RuntimeRecord): boolean =>
  record.kind === 'set' && record.element === suspendData && record.result !== 'false' && (record.errorCode ?? 0) === 0;

/** Items whose suspend data the records change without giving them whole: their last value has to be known. */
export const needsBase = (records: readonly RuntimeRecord[]): string[] => {
  const whole = new Set<string>();
  const needed = new Set<string>();
  for (const record of records.filter(setsSuspendData)) {
    if (record.cut && !whole.has(record.scoId)) needed.add(record.scoId);
    whole.add(record.scoId);
  }
  return [...needed];
};

/** The records with suspend data made whole again. `base`: last value by item; it is moved on. */
export const madeWhole = (records: readonly RuntimeRecord[], base: Map<string, string>): RuntimeRecord[] =>
  records.map((record) => {
    if (!setsSuspendData(record)) return record;
    const before = base.get(record.scoId) ?? '';
    const { cut, value = '' } = record;
    const whole = cut ? before.slice(0, cut[0]) + value + before.slice(Math.max(0, before.length - cut[1])) : value;
    base.set(record.scoId, whole);
    return { ...record, value: whole };
  });
