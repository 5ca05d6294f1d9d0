import type { ScormVersion } from '@aula/scorm';
import type { Draft } from './journal.js';
import type { ScormApi } from './scorm-api.js';
import { nameOf } from './scorm-again-defects.js';

type Methods = Record<string, (...parameters: unknown[]) => string>;

/** The standard's names of the calls: SCORM 1.2 RTE 3.3, SCORM 2004 4th Ed. RTE 3.1. */
const names = {
  '1.2': {
    initialize: 'LMSInitialize',
    terminate: 'LMSFinish',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    get: 'LMSGetValue',
    lastError: 'LMSGetLastError',
  },
  '2004': {
    initialize: 'Initialize',
    terminate: 'Terminate',
    set: 'SetValue',
    commit: 'Commit',
    get: 'GetValue',
    lastError: 'GetLastError',
  },
} as const;
const untouched = {
  '1.2': ['LMSGetErrorString', 'LMSGetDiagnostic'],
  '2004': ['GetErrorString', 'GetDiagnostic'],
} as const;

/** Errors of a GetValue outside of a visit: before Initialize, after Terminate. SCORM 2004 4th Ed. RTE 3.1.7. */
const outside = ['122', '123'];

/** Refused values are kept short, as evidence; accepted ones never reach this length. */
const evidence = 2_000;
const longest = 400_000;

export interface VisitEvents {
  record(draft: Draft): void;
  /** After the content's Terminate call has been answered; `request` is its own adl.nav.request, if any. */
  terminated(request: string | null): void;
  /** The player's own answer to a GetValue, for what the API cannot know (adl.nav.request_valid); null: the API answers. */
  answer?(element: string): string | null;
}

/** One visit of one SCO: the API object that its pages find, with every call noted as it was made and answered. */
export class Visit {
  /** What the content finds as `API` or `API_1484_11`. */
  readonly exposed: Methods;
  private readonly methods: Methods;
  private request: string | null = null;
  /** The content's exit ends the course, whatever it asks for besides. SCORM 2004 4th Ed. RTE 4.2.8 (cmi.exit). */
  private endsAll = false;
  private lastSummary = '';
  private open = false;
  /** The last call was answered by the player itself, without error. */
  private answered = false;
  /** The content has called Initialize. */
  begun = false;

  constructor(
    private readonly version: ScormVersion,
    private readonly scoId: string,
    private readonly now: () => number,
    private readonly events: VisitEvents,
    create: (onCommit: (commit: unknown) => boolean) => ScormApi,
  ) {
    const api = create((commit) => this.summarise(commit)) as unknown as Methods;
    const bound = (name: string): [string, Methods[string]] => [name, (...parameters) => String(api[name]?.(...parameters) ?? '')];
    const { initialize, terminate, set, get, commit, lastError } = names[version];
    this.methods = Object.fromEntries([initialize, terminate, set, get, commit, lastError, ...untouched[version]].map(bound));
    this.exposed = {
      ...this.methods,
      [initialize]: (parameter) => this.begin(parameter),
      [terminate]: (parameter) => this.finish(parameter),
      [set]: (element, value) => this.set(element, value),
      [get]: (element) => this.get(element),
      [commit]: (parameter) => this.commit(parameter),
      [lastError]: () => (this.answered ? '0' : this.call('lastError')),
    };
    if (version === '2004') Object.assign(this.exposed, { version: '1.0' }); // RTE 3.2.1: content may look for it
  }

  /** Terminates for content that was taken away without having done so. */
  close(): void {
    if (this.open) this.finish('');
  }

  private begin(parameter: unknown): string {
    this.answered = false;
    const result = this.call('initialize', parameter ?? '');
    if (result === 'true') this.open = this.begun = true;
    this.note({ kind: 'init', result, errorCode: this.lastError() });
    return result;
  }

  private set(element: unknown, value: unknown): string {
    this.answered = false;
    const result = this.call('set', nameOf(String(element)), value);
    const accepted = result === 'true';
    const path = String(element).slice(0, 4_000);
    const given = String(value).slice(0, accepted ? longest : evidence);
    this.note({ kind: 'set', element: path, value: given, result: result.slice(0, 20), errorCode: this.lastError() });
    if (accepted && path === 'adl.nav.request') this.request = given === '_none_' ? null : given;
    if (accepted && path === 'cmi.exit') this.endsAll = given === 'time-out' || given === 'logout';
    return result;
  }

  private get(element: unknown): string {
    const value = this.call('get', nameOf(String(element)));
    const answer = outside.includes(this.call('lastError')) ? null : (this.events.answer?.(String(element)) ?? null);
    this.answered = answer !== null;
    return answer ?? value;
  }

  private commit(parameter: unknown): string {
    this.answered = false;
    return this.call('commit', parameter ?? '');
  }

  private finish(parameter: unknown): string {
    this.answered = false;
    const result = this.call('terminate', parameter ?? '');
    this.note({ kind: 'term', result, errorCode: this.lastError() });
    if (result === 'true' && this.open) {
      this.open = false;
      this.events.terminated(this.endsAll ? 'exitAll' : this.request);
    }
    return result;
  }

  /** The API's own summary at a commit, when it changed: evidence for the server's comparison. */
  private summarise(commit: unknown): boolean {
    const { completionStatus, successStatus, totalTimeSeconds, score } = (commit ?? {}) as Record<string, unknown>;
    const summary = JSON.stringify({ completionStatus, successStatus, score });
    if (summary !== this.lastSummary) {
      this.lastSummary = summary;
      this.note({ kind: 'snap', value: JSON.stringify({ completionStatus, successStatus, score, totalTimeSeconds }) });
    }
    return true;
  }

  private call(name: keyof (typeof names)['1.2'], ...parameters: unknown[]): string {
    return this.methods[names[this.version][name]]?.(...parameters) ?? 'false';
  }

  private lastError(): number {
    const code = Number(this.call('lastError'));
    return Number.isInteger(code) && code >= 0 && code <= 999 ? code : 0;
  }

  private note(draft: Omit<Draft, 't' | 'scoId'>): void {
    this.events.record({ t: this.now(), scoId: this.scoId, ...draft });
  }
}
