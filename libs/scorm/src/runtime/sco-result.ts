import type { ManifestItem, ScormVersion } from '../manifest/manifest.js';
import { totalSeconds } from './fold.js';
import type { ScoState } from './record.js';
import { numberOf, reported } from './reported.js';
import { latch, type Completion, type ScoResult } from './result.js';

/**
 * What an item has come to. Pass the stored result as `previous`: completed, passed and the best score are never taken back.
 * An asset talks to nobody and is completed by being opened.
 */
export function deriveScoResult(version: ScormVersion, item: ManifestItem, state: ScoState | undefined, previous?: ScoResult): ScoResult {
  if (!state || state.visits === 0) return latch(previous, untouched);
  if (item.kind === 'asset') return latch(previous, { ...untouched, completion: 'completed', progress: 1 });
  const said = reported(version, item, state);
  const completion = state.latched.completed && !said.completionByRule ? 'completed' : said.completion;
  const success = state.latched.passed && !said.successByRule ? 'passed' : said.success;
  const result = {
    completion,
    success,
    scaled: version === '1.2' ? scaled12(state) : scaled2004(state),
    progress: progressOf(completion, state),
    seconds: totalSeconds(state),
  };
  return latch(previous, result);
}

const untouched: ScoResult = { completion: 'not attempted', success: 'unknown', scaled: null, progress: 0, seconds: 0 };

/** Within min and max when the content gave both, else of 100 (SCORM 1.2 RTE, cmi.core.score.raw is 0 to 100). */
function scaled12({ elements }: ScoState): number | null {
  return ratio(elements, 'cmi.core.score') ?? clamp(numberOf(elements['cmi.core.score.raw']), (raw) => raw / 100, 0);
}

function scaled2004({ elements }: ScoState): number | null {
  return clamp(numberOf(elements['cmi.score.scaled']), (scaled) => scaled, -1) ?? ratio(elements, 'cmi.score');
}

function ratio(elements: Record<string, string>, score: string): number | null {
  const [raw, min, max] = [numberOf(elements[`${score}.raw`]), numberOf(elements[`${score}.min`]), numberOf(elements[`${score}.max`])];
  if (min === undefined || max === undefined || max <= min) return null;
  return clamp(raw, (points) => (points - min) / (max - min), 0);
}

function clamp(value: number | undefined, scale: (value: number) => number, least: number): number | null {
  return value === undefined ? null : Math.min(1, Math.max(least, scale(value)));
}

function progressOf(completion: Completion, { elements }: ScoState): number {
  if (completion === 'completed') return 1;
  return clamp(numberOf(elements['cmi.progress_measure']), (measure) => measure, 0) ?? 0;
}
