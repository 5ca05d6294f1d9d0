import type { ScormVersion } from '@aula/scorm';
import type { Draft } from './journal.js';
import type { Methods } from './scorm-api.js';

/** The standard's names of the calls: SCORM 1.2 RTE 3.3, SCORM 2004 4th Ed. RTE 3.1. */
const names = {
  '1.2': {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    lastError: 'LMSGetLastError',
  },
  '2004': {
    initialize: 'Initialize',
    terminate: 'Terminate',
    set: 'SetValue',
    commit: 'Commit',
    lastError: 'GetLastError',
  },
} as const;
const untouched = {
  '1.2': ['LMSGetValue', 'LMSGetErrorString', 'LMSGetDiagnostic'],
  '2004': ['GetValue', 'GetErrorString', 'GetDiagnostic'],
} as const;

/** Refused values are kept short, as evidence; accepted ones never reach this length. */
const evidence = 2_000;
const longest = 400_000;

export interface VisitEvents {
  record(draft: Draft): void;
  /** After the content's Terminate call has been answered; `request` is its own adl.nav.request, if any. */
  terminated(request: string | null): void;
}

/** One visit of one SCO: the API object that its pages find, with every call noted as it was made and answered. */
export class Visit {
  /** What the content finds as `API` or `API_1484_11`. */
  readonly exposed: Readonly<Record<string, (...parameters: unknown[]) => string>>;
  private readonly methods: Methods;
  private request: string | null = null;
  /** The content's exit ends the course, whatever it asks for besides. SCORM 2004 4th Ed. RTE 4.2.8 (cmi.exit). */
  private endsAll = false;
  private lastSummary = '';
  private open = false;
  /** The content has called Initialize. */
  begun = false;

  /** `create` makes the API, which tells at each commit what its data amount to. */
  constructor(
    private readonly version: ScormVersion,
    private readonly scoId: string,
    private readonly now: () => number,
    private readonly events: VisitEvents,
    create: (committed: (summary: unknown) => void) => Methods,
  ) {
    this.methods = create((summary) => this.summarise(summary));
    const { initialize, terminate, set, commit, lastError } = names[version];
    const plain = [commit, lastError, ...untouched[version]];
    this.exposed = {
      ...Object.fromEntries(plain.map((name) => [name, (...parameters: unknown[]) => this.invoke(name, ...parameters)])),
      [initialize]: (parameter) => this.begin(parameter),
      [terminate]: (parameter) => this.finish(parameter),
      [set]: (element, value) => this.set(element, value),
    };
    if (version === '2004') Object.assign(this.exposed, { version: '1.0' }); // RTE 3.2.1: content may look for it
  }

  /** Terminates for content that was taken away without having done so. */
  close(): void {
    if (this.open) this.finish('');
  }

  private begin(parameter: unknown): string {
    const result = this.call('initialize', parameter);
    if (result === 'true') this.open = this.begun = true;
    this.note({ kind: 'init', result, errorCode: this.lastError() });
    return result;
  }

  private set(element: unknown, value: unknown): string {
    const result = this.call('set', element, value);
    const accepted = result === 'true';
    const path = written(element).slice(0, 4_000);
    const given = written(value).slice(0, accepted ? longest : evidence);
    this.note({ kind: 'set', element: path, value: given, result: result.slice(0, 20), errorCode: this.lastError() });
    if (accepted && path === 'adl.nav.request') this.request = given === '_none_' ? null : given;
    if (accepted && path === 'cmi.exit') this.endsAll = given === 'time-out' || given === 'logout';
    return result;
  }

  private finish(parameter: unknown): string {
    const result = this.call('terminate', parameter);
    this.note({ kind: 'term', result, errorCode: this.lastError() });
    if (result === 'true' && this.open) {
      this.open = false;
      this.events.terminated(this.endsAll ? 'exitAll' : this.request);
    }
    return result;
  }

  /** The API's own summary at a commit, when it changed: evidence for the server's comparison. */
  private summarise(commit: unknown): void {
    const { completionStatus, successStatus, totalTimeSeconds, score } = (commit ?? {}) as Record<string, unknown>;
    const summary = JSON.stringify({ completionStatus, successStatus, score });
    if (summary === this.lastSummary) return;
    this.lastSummary = summary;
    this.note({ kind: 'snap', value: JSON.stringify({ completionStatus, successStatus, score, totalTimeSeconds }) });
  }

  private call(name: keyof (typeof names)['1.2'], ...parameters: unknown[]): string {
    return this.invoke(names[this.version][name], ...parameters);
  }

  private invoke(name: string, ...parameters: unknown[]): string {
    return this.methods[name]?.(...parameters.map(written)) ?? 'false';
  }

  private lastError(): number {
    const code = Number(this.call('lastError'));
    return Number.isInteger(code) && code >= 0 && code <= 999 ? code : 0;
  }

  private note(draft: Omit<Draft, 't' | 'scoId'>): void {
    this.events.record({ t: this.now(), scoId: this.scoId, ...draft });
  }
}

/** Content passes numbers where the standard wants text, or nothing at all. */
const written = (parameter: unknown): string => (parameter === undefined || parameter === null ? '' : `${parameter as string}`);
