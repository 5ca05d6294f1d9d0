import type { RuntimeLeased, RuntimeRecord } from '@aula/contracts';
import { madeWhole, suspendData, type ScoState } from '@aula/scorm';
import { Course } from './course.js';

/**
 * Where a kept course stands on this device: what its lease gave out and every record of it since, those the server holds (`logged`) and
 * those that wait (`pending`), folded as the server folds them. Null when a record is missing between them: numbers would be given twice.
 */
export const standingOf = (
  leased: RuntimeLeased,
  logged: readonly RuntimeRecord[],
  pending: readonly RuntimeRecord[],
): RuntimeLeased | null => {
  const since = new Map([...logged, ...pending].filter(({ seq }) => seq > leased.seq).map((record) => [record.seq, record]));
  const records = [...since.values()].sort((a, b) => a.seq - b.seq);
  if (records.some(({ seq }, at) => seq !== leased.seq + 1 + at)) return null;
  const course = new Course(leased);
  for (const record of madeWhole(records, lastSuspendData(leased.scos))) course.take(record);
  return course.standing();
};

const lastSuspendData = (scos: RuntimeLeased['scos']): Map<string, string> =>
  new Map(Object.entries(scos as Record<string, ScoState>).map(([id, { elements }]) => [id, elements[suspendData] ?? '']));
