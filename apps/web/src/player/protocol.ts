import type { RuntimeCommit, RuntimeFiles, RuntimeLaunched, RuntimeLease, RuntimeLeased } from '@aula/contracts';

/** What a commit came to. Only `acknowledged` and `quarantined` mean that the server holds the records up to `through`. */
export type Outcome =
  | { kind: 'acknowledged'; through: number }
  | { kind: 'quarantined'; through: number }
  | { kind: 'gap'; expect: number }
  | { kind: 'too-large' }
  /** The token opens nothing any more. `through`: the server keeps the records up to it aside all the same. */
  | { kind: 'refused'; code: string; through?: number }
  /** Nothing is known about the records; `retryAfter` in ms when the server named it. */
  | { kind: 'failed'; retryAfter?: number };

/** A refusal of launch or lease, with the server's code and its sentence in the learner's language. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail);
  }
}

type Fetch = (input: string, init: RequestInit) => Promise<Response>;
const stall = 20_000;

/** The runtime routes of this content origin. */
export class Runtime {
  constructor(
    private readonly fetch: Fetch,
    private token = '',
    /** For browsers without `keepalive`: sends a body with the page gone; it cannot carry a header. */
    private readonly sendBeacon: ((url: string, body: string) => boolean) | null = null,
  ) {}

  private get carries(): boolean {
    return this.sendBeacon === null;
  }

  private beacon(commit: RuntimeCommit): Outcome {
    this.sendBeacon?.('/_rt/commit', JSON.stringify(commit));
    return { kind: 'failed' };
  }

  /** Redeems the one-time code. */
  async launch(launchCode: string): Promise<RuntimeLaunched> {
    const launched = await this.ask<RuntimeLaunched>('/_rt/launch', { launchCode });
    this.token = launched.token;
    return launched;
  }

  /** Takes the lease: a new epoch and the runtime data. */
  lease(wish: RuntimeLease): Promise<RuntimeLeased> {
    return this.ask<RuntimeLeased>('/_rt/lease', wish);
  }

  /** All that a device keeps to play the attempt without a line. */
  files(): Promise<RuntimeFiles> {
    return this.ask<RuntimeFiles>('/_rt/files');
  }

  /** Sends records. Never throws: everything that is not the server's own typed answer is a failure. */
  async commit(commit: RuntimeCommit, leaving = false): Promise<Outcome> {
    try {
      if (leaving && !this.carries) return this.beacon({ ...commit, token: this.token });
      const response = await this.fetch('/_rt/commit', {
        ...this.request(commit),
        keepalive: leaving,
        signal: AbortSignal.timeout(stall),
      });
      const body: unknown = await response.json();
      return outcomeOf(response, isObject(body) ? body : {}, commit.nonce);
    } catch {
      return { kind: 'failed' };
    }
  }

  private async ask<T>(path: string, body?: object): Promise<T> {
    const response = await this.fetch(path, { ...this.request(body), signal: AbortSignal.timeout(stall) });
    const answer: unknown = await response.json();
    if (response.ok && isObject(answer)) return answer as T;
    const problem = isObject(answer) ? answer : {};
    throw new Refusal(text(problem['code']) ?? `http-${response.status}`, text(problem['detail']) ?? '');
  }

  /** POSTs what there is to say; without anything it asks. */
  private request(body?: object): RequestInit {
    const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
    if (this.token !== '') headers['authorization'] = `Bearer ${this.token}`;
    const said = body ? { method: 'POST', body: JSON.stringify(body) } : {};
    return { ...said, headers, cache: 'no-store', credentials: 'same-origin', redirect: 'error' };
  }
}

/** Reads an answer strictly: a captive portal's page, a cut body or another's nonce is a failure, whatever its status. */
export const outcomeOf = (response: Pick<Response, 'status' | 'headers'>, body: Record<string, unknown>, nonce: string): Outcome => {
  const mine = body['nonce'] === nonce;
  const number = (name: string): number | undefined => (Number.isSafeInteger(body[name]) ? (body[name] as number) : undefined);
  const ack = number('ack');
  if (response.status === 200 && mine && ack !== undefined) return { kind: 'acknowledged', through: ack };
  const through = number('quarantinedThrough');
  if (response.status === 409 && mine && through !== undefined) return { kind: 'quarantined', through };
  const expect = number('expect');
  if (response.status === 412 && mine && expect !== undefined) return { kind: 'gap', expect };
  if (response.status === 413) return { kind: 'too-large' };
  const code = text(body['code']);
  const aside = response.status === 410 && mine && through !== undefined ? { through } : {};
  if (code !== undefined && [401, 403, 404, 410].includes(response.status)) return { kind: 'refused', code, ...aside };
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds > 0 ? { kind: 'failed', retryAfter: seconds * 1_000 } : { kind: 'failed' };
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
