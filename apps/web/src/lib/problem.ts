import type { ProblemDetail } from '@aula/contracts';

/** A refusal by the server (RFC 9457), or no answer at all: then `status` is 0 and `code` is `offline`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The server's sentence in the reader's language; '' when there was no answer. */
    readonly detail: string,
    readonly errors: NonNullable<ProblemDetail['errors']> = [],
    /** The whole problem: some codes bring further members. */
    readonly problem: Partial<ProblemDetail> = {},
  ) {
    super(`${String(status)} ${code}`);
    this.name = 'Refusal';
  }

  get requestId(): string | undefined {
    return this.problem.requestId;
  }

  /** True when the same request may succeed later: no line, a busy or a failing server. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 425 || this.status === 429 || this.status >= 500;
  }
}

/** No answer came. */
export const noAnswer = (): Refusal => new Refusal(0, 'offline', '');

/** Reads the refusal out of an answer's body; an answer that is no problem document (a proxy's page) keeps its status alone. */
export const refusalOf = (status: number, body: string): Refusal => {
  const problem = parse(body);
  return new Refusal(status, problem?.code ?? 'unavailable', problem?.detail ?? problem?.title ?? '', problem?.errors ?? [], problem);
};

const parse = (body: string): Partial<ProblemDetail> | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};
