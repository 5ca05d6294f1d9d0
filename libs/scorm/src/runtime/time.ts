/**
 * Seconds (to 0.01) of a CMITimespan `HHHH:MM:SS.SS`; undefined when it is not one. SCORM 1.2 RTE 3.4.2.1.1. Hours may have more than
 * four digits or one, as scorm-again accepts them from content.
 */
export function parseTimespan(text: string): number | undefined {
  const match = /^(\d{1,9}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(text);
  if (!match) return undefined;
  return toHundredths(Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3]));
}

/** `HHHH:MM:SS.SS` of a number of seconds; at most 9999:59:59.99, never negative. */
export function formatTimespan(seconds: number): string {
  const hundredths = Math.min(wholeHundredths(seconds), 3_599_999_999);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const rest = ((hundredths % 6000) / 100).toFixed(2);
  return `${String(hours).padStart(4, '0')}:${String(minutes).padStart(2, '0')}:${rest.padStart(5, '0')}`;
}

/** Sum of two CMITimespans; one that cannot be read counts as zero. */
export function addTimespans(a: string, b: string): string {
  return formatTimespan((parseTimespan(a) ?? 0) + (parseTimespan(b) ?? 0));
}

const duration = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/;
const unitSeconds = [365 * 86_400, 30 * 86_400, 86_400, 3600, 60, 1];

/**
 * Seconds (to 0.01) of an ISO 8601 duration as SCORM 2004 allows it (RTE 4.1.1.7, timeinterval(second,10,2)); undefined when it is
 * not one. The standard leaves the length of a year and a month open: here 365 days and 30.
 */
export function parseDuration(text: string): number | undefined {
  const match = duration.exec(text);
  if (!match) return undefined;
  return toHundredths(unitSeconds.reduce((sum, seconds, at) => sum + Number(match[at + 1] ?? 0) * seconds, 0));
}

/** `PT1H2M3.04S` of a number of seconds, `PT0S` for none; never negative. */
export function formatDuration(seconds: number): string {
  const hundredths = wholeHundredths(seconds);
  const [hours, minutes, rest] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60, (hundredths % 6000) / 100];
  const parts = [hours && `${hours}H`, minutes && `${minutes}M`, rest && `${rest}S`].filter(Boolean);
  return `PT${parts.join('') || '0S'}`;
}

/** Sum of two ISO 8601 durations; one that cannot be read counts as zero. */
export function addDurations(a: string, b: string): string {
  return formatDuration((parseDuration(a) ?? 0) + (parseDuration(b) ?? 0));
}

const wholeHundredths = (seconds: number) => Math.max(0, Math.round(seconds * 100) || 0);
const toHundredths = (seconds: number) => Math.round(seconds * 100) / 100;
