import type { RuntimeRecord } from './record.js';

export const suspendData = 'cmi.suspend_data';

/**
 * A record as it travels: `value` replaces what lies between the first `cut[0]` and the last `cut[1]` UTF-16 units of the element's
 * previous accepted value.
 */
type Travelling = RuntimeRecord & { cut?: [number, number] | undefined };

/** Items whose suspend data the records change without giving them whole: their last value has to be known. */
export function needsBase(records: readonly Travelling[]): string[] {
  const whole = new Set<string>();
  const needed = new Set<string>();
  for (const record of records.filter(setsSuspendData)) {
    if (record.cut && !whole.has(record.scoId)) needed.add(record.scoId);
    whole.add(record.scoId);
  }
  return [...needed];
}

/** The records with suspend data made whole again. `base`: last value by item; it is moved on. */
export function madeWhole<R extends Travelling>(records: readonly R[], base: Map<string, string>): R[] {
  return records.map((record) => {
    if (!setsSuspendData(record)) return record;
    const before = base.get(record.scoId) ?? '';
    const { cut } = record;
    const value = record.value ?? '';
    const whole = cut ? before.slice(0, cut[0]) + value + before.slice(Math.max(0, before.length - cut[1])) : value;
    base.set(record.scoId, whole);
    return { ...record, value: whole };
  });
}

/** True for a SetValue of suspend data that the API took. */
const setsSuspendData = ({ kind, element, result, errorCode }: RuntimeRecord): boolean =>
  kind === 'set' && element === suspendData && result !== 'false' && (errorCode ?? 0) === 0;
