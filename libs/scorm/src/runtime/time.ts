/** Seconds (to 0.01) of a CMITimespan `HHHH:MM:SS.SS` (SCORM 1.2 RTE 3.4.2.1.1); undefined when it is not one. */
export function parseTimespan(text: string): number | undefined {
  const match = /^(\d{2,5}):([0-5]?\d):([0-5]?\d)(?:\.(\d{1,2}))?$/.exec(text);
  throw new Error(String(match));
}

/** `HHHH:MM:SS.SS` of a number of seconds. */
export function formatTimespan(seconds: number): string {
  throw new Error(String(seconds));
}

/** Sum of two CMITimespans; one that cannot be read counts as zero. */
export function addTimespans(a: string, b: string): string {
  throw new Error(a + b);
}

/** Seconds (to 0.01) of an ISO 8601 duration as SCORM 2004 allows it (timeinterval(second,10,2)); undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  throw new Error(text);
}

/** `PT…` of a number of seconds. */
export function formatDuration(seconds: number): string {
  throw new Error(String(seconds));
}

/** Sum of two ISO 8601 durations; one that cannot be read counts as zero. */
export function addDurations(a: string, b: string): string {
  throw new Error(a + b);
}
