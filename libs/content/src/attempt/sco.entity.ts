import { suspendData, type ScormVersion, type ScoResult, type ScoState } from '@aula/scorm';
import { fromStored } from './text.entity.js';

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

const elementNames: Record<ScormVersion, Partial<Record<TypedColumn, string>>> = {
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

/** Belongs to one visit and is answered by the player. */
const passing = 'adl.nav.request';

/** Each column with its element, and the elements that do not go into `rest`. */
const typed = (version: ScormVersion) => {
  const columns = Object.entries(elementNames[version]) as [TypedColumn, string][];
  return { columns, apart: new Set([...columns.map(([, element]) => element), suspendData, passing]) };
};
const typedOf = { '1.2': typed('1.2'), '2004': typed('2004') };
const noColumns = Object.fromEntries(typedColumns.map((column) => [column, null])) as Record<TypedColumn, null>;

/** The runtime data of a row. `rest`: its rare elements and suspend data, where they were loaded. */
export const toState = (version: ScormVersion, row: ScoRow, rest: Readonly<Record<string, string>> = {}): ScoState => {
  const elements = { ...rest };
  for (const [column, element] of typedOf[version].columns) {
    const value = row[column];
    if (value !== null) elements[element] = fromStored(value);
  }
  return {
    elements,
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
  const { columns: typed, apart } = typedOf[version];
  const columns: Record<TypedColumn, string | null> = { ...noColumns };
  for (const [column, element] of typed) columns[column] = elements[element] ?? null;
  const rest = Object.entries(elements).filter(([element]) => !apart.has(element));
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
