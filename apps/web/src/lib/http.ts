import { askedAhead, commonHeaders, forgetAhead } from './ahead.js';
import { noteServerDate } from './clock.js';
import { line } from './line.js';
import { Refusal, noAnswer, refusalOf } from './problem.js';

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;
interface Options {
  body?: unknown;
  form?: FormData;
  /** `Idempotency-Key`: the same key for the same wish, however often it is sent. */
  key?: string;
  signal?: AbortSignal;
  keepalive?: boolean;
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
}

let onSignedOut: () => void = () => undefined;
/** Called when the server says that nobody is signed in any more. */
export const whenSignedOut = (act: () => void): void => {
  onSignedOut = act;
};

/** `path` with the members of `query` that have a value. */
export const withQuery = (path: string, query: Query = {}): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
};

interface Answer<T> {
  body: T;
  headers: Headers;
}

const send = (method: string, path: string, { body, form, key, signal, keepalive, headers: more }: Options): Promise<Response> => {
  if (method !== 'GET') forgetAhead();
  const headers = { ...commonHeaders(key), ...more };
  if (body !== undefined) headers['content-type'] = 'application/json';
  return fetch(`/api${path}`, {
    method,
    headers,
    body: form ?? (body === undefined ? null : JSON.stringify(body)),
    credentials: 'same-origin',
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  });
};

/** One request to `/api`. Throws a `Refusal` for every answer that is not 2xx and for none at all. */
const exchange = async <T>(method: string, path: string, options: Options = {}): Promise<Answer<T>> => {
  const answer = await ((method === 'GET' ? askedAhead(path) : undefined) ?? send(method, path, options)).catch((reason: unknown) => {
    if (options.signal?.aborted) throw reason;
    line.silent();
    throw noAnswer();
  });
  line.answered();
  noteServerDate(answer.headers.get('date'));
  const text = await answer.text().catch(() => {
    line.silent();
    throw noAnswer();
  });
  if (!answer.ok) throw refused(answer.status, text);
  return { body: (text === '' ? undefined : JSON.parse(text)) as T, headers: answer.headers };
};
const request = async <T>(...asked: Parameters<typeof exchange>): Promise<T> => (await exchange<T>(...asked)).body;

/** A 401 with one of these comes while somebody signs in, and says nothing about a session. */
const whileSigningIn = [
  'sign-in.refused',
  'identity.second-factor-needed',
  'second-factor.refused',
  'second-factor.challenge-over',
  'passkey.unknown',
];

/** The refusal of an answer; tells the application when the session has ended. */
export const refused = (status: number, text: string): Refusal => {
  const refusal = refusalOf(status, text);
  if (status === 401 && !whileSigningIn.includes(refusal.code)) onSignedOut();
  return refusal;
};

/** Requests to the houses, typed by the caller with shapes of `contracts`. */
export const http = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>('GET', withQuery(path, query), signal ? { signal } : {}),
  /** As `get`, with the headers of the answer. */
  read: <T>(path: string, signal: AbortSignal) => exchange<T>('GET', path, { signal }),
  post: <T>(path: string, options?: Options) => request<T>('POST', path, options),
  put: <T>(path: string, body: unknown, options?: Options) => request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: unknown, options?: Options) => request<T>('PATCH', path, { ...options, body }),
  delete: (path: string, headers: Readonly<Record<string, string>> = {}) => request<undefined>('DELETE', path, { headers }),
};
