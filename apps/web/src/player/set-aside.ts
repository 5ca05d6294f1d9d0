import type { RuntimeRecord } from '@aula/contracts';

/** So much of what could not be read is told, as evidence. */
const evidence = 200;
const suspendData = 'cmi.suspend_data';

/**
 * What stands in the journal in the place of a record that the server cannot read: a call that the player did not take. It changes
 * nothing of the runtime data, and whoever supports the course finds it in the timeline. Its errorCode is "general commit failure"
 * (SCORM 2004 4th Ed. RTE 3.1.7.7).
 */
export const standIn = ({ seq, t, scoId, kind, element, value }: RuntimeRecord): RuntimeRecord => ({
  seq,
  t: Number.isFinite(t) ? t : 0,
  kind: 'set',
  scoId: `${scoId}`.slice(0, evidence),
  element: `${element ?? kind}`.slice(0, evidence),
  value: `${value ?? ''}`.slice(0, evidence),
  result: 'false',
  errorCode: 391,
});

/** The records that build upon one: suspend data travel as differences, up to the next whole value. */
export const dependents = <E extends { record: RuntimeRecord }>({ scoId, element }: RuntimeRecord, later: readonly E[]): E[] => {
  if (element !== suspendData) return [];
  const alike = later.filter(({ record }) => record.scoId === scoId && record.element === suspendData);
  const whole = alike.findIndex(({ record }) => record.cut === undefined);
  return whole < 0 ? alike : alike.slice(0, whole);
};
