import { setTimeout as sleep } from 'node:timers/promises';

/** Speaks to an academy's HTTP API as one signed-in person, as any script may. */
export class AcademyClient {
  readonly baseUrl: string;
  private readonly credentials: Record<string, string>;

  private constructor(baseUrl: string, credentials: Record<string, string>) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
  }

  /** Speaks as the holder of a session or a personal access token. */
  static bearing(baseUrl: string, token: string): AcademyClient {
    return new AcademyClient(baseUrl, { authorization: `Bearer ${token}` });
  }

  static async signIn(baseUrl: string, email: string, password: string): Promise<AcademyClient> {
    const answer = await fetch(`${baseUrl}/api/identity/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status} ${await answer.text()}`);
    const cookies = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
    return new AcademyClient(baseUrl, { cookie: cookies.join('; ') });
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }
  post<T>(path: string, body?: object): Promise<T> {
    return this.send<T>('POST', path, JSON.stringify(body ?? {}), { 'content-type': 'application/json' });
  }
  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }
  patch<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PATCH', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }
  upload<T>(path: string, name: string, content: Buffer | string, fields: Record<string, string> = {}): Promise<T> {
    const form = new FormData();
    Object.entries(fields).forEach(([field, value]) => form.append(field, value));
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    return this.send<T>('POST', path, form);
  }

  /** Asks again until the answer is one of `done`; throws with the whole answer when it is one of `failed`. */
  async settled<T extends { state: string }>(path: string, done: readonly string[], failed: readonly string[], seconds = 120): Promise<T> {
    for (let tries = 0; tries < seconds * 10; tries++) {
      const answer = await this.get<T>(path);
      if (done.includes(answer.state)) return answer;
      if (failed.includes(answer.state)) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 2_000)}`);
      await sleep(100);
    }
    throw new Error(`${path} did not come to an end in ${seconds} s`);
  }

  private async send<T>(method: string, path: string, body?: FormData | string, headers: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: { ...this.credentials, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 2_000)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
