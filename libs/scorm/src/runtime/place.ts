import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import { launchableItems } from '../manifest/walk.js';
import type { RuntimeRecord } from './record.js';
import type { ScoResult } from './result.js';

const goodbyes = ['exit', 'suspendAll', 'closed', 'stopped', 'exitAll', 'abandonAll'];
const forgetting = ['exit', 'exitAll', 'abandonAll'];

/** Which item lies open after the records, and whether the learner has gone. An exit forgets the place, a pause keeps it. */
export function whereabouts(open: string | null, records: readonly RuntimeRecord[]): { open: string | null; gone: boolean } {
  let [place, gone] = [open, false];
  for (const { kind, element, value, scoId } of records) {
    gone = kind === 'nav' && element !== 'open' && goodbyes.includes(value ?? '');
    if (kind === 'nav' && element === 'open') place = scoId;
    if (gone && forgetting.includes(value ?? '')) place = null;
  }
  return { open: place, gone };
}

/**
 * The item to open first: the one left open, else the first that is not completed, else the first. Null: the learner chooses, as SCORM
 * 2004 has it where nothing flows and the last session was ended (SN 4.8, Start).
 */
export function firstToOpen(
  { version, items }: { version: ScormVersion; items: readonly ManifestItem[] },
  open: string | null,
  results: Readonly<Record<string, ScoResult>>,
): string | null {
  const stops = launchableItems(items).map((item) => item.identifier);
  if (open !== null && stops.includes(open)) return open;
  if (version === '2004' && stops.length > 1 && stops.some((id) => results[id])) return null;
  return stops.find((id) => results[id]?.completion !== 'completed') ?? stops[0] ?? null;
}
