import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import { ProblemDetail } from '@aula/contracts';
import type { AnswerShapes } from './answer-shapes.js';

export interface Answer<T = never> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  /** The parsed JSON body; undefined when there is none. */
  body: T;
  text: string;
  bytes: Buffer;
}
/** By content coding. */
const decoders: Partial<Record<string, (bytes: Buffer) => Buffer>> = { br: brotliDecompressSync, gzip: gunzipSync };
type Inject = (options: InjectOptions) => Promise<Response>;
type Json = Record<string, unknown> | readonly unknown[];
export interface Upload {
  file?: { name: string; content: Buffer | string; contentType?: string };
  fields?: Record<string, string>;
}

/** A request that is on its way; say what is expected of it. */
export class Asked {
  constructor(
    private readonly answer: Promise<Answer>,
    private readonly said: string,
  ) {}

  /** The answer, whose status must be this one. */
  async expect<T = Record<string, never>>(status: number): Promise<Answer<T>> {
    const answer = await this.answer;
    if (answer.status !== status) throw new Error(`${this.said}: expected ${status}, got ${answer.status}: ${answer.text.slice(0, 2_000)}`);
    return answer;
  }

  /** The problem, whose status and code must be these. */
  async expectProblem(status: number, code: string): Promise<ProblemDetail> {
    const answer = await this.expect<ProblemDetail>(status);
    const problem = ProblemDetail.parse(answer.body);
    if (problem.code !== code) throw new Error(`${this.said}: expected problem ${code}, got ${problem.code}: ${problem.detail}`);
    return problem;
  }

  /** The answer, whatever it is. */
  whatever<T = Record<string, never>>(): Promise<Answer<T>> {
    return this.answer;
  }
}

/** Speaks to a house's door as one person. Every answer is held against the contract of its route. */
export class Client {
  constructor(
    private readonly inject: Inject,
    private readonly shapes: AnswerShapes,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same person with further headers. */
  with(headers: Record<string, string>): Client {
    return new Client(this.inject, this.shapes, { ...this.headers, ...headers });
  }
  get(url: string): Asked {
    return this.ask('GET', url);
  }
  post(url: string, body?: Json): Asked {
    return this.ask('POST', url, body);
  }
  put(url: string, body?: Json): Asked {
    return this.ask('PUT', url, body);
  }
  patch(url: string, body?: Json): Asked {
    return this.ask('PATCH', url, body);
  }
  delete(url: string): Asked {
    return this.ask('DELETE', url);
  }

  /** POSTs a multipart form with one file. */
  upload(url: string, { file, fields = {} }: Upload): Asked {
    const boundary = `aula${randomBytes(12).toString('hex')}`;
    const parts = Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    );
    if (file)
      parts.push(
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.contentType ?? 'application/octet-stream'}\r\n\r\n`,
        ),
        Buffer.from(file.content),
        Buffer.from('\r\n'),
      );
    const payload = Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
    return this.send({ method: 'POST', url, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } });
  }

  private ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, body?: Json): Asked {
    return this.send({ method, url, ...(body === undefined ? {} : { payload: body }) });
  }

  private send(options: InjectOptions & { method: string; url: string }): Asked {
    const headers = { host: 'academy.test', ...this.headers, ...options.headers };
    return new Asked(this.receive({ ...options, headers }), `${options.method} ${options.url}`);
  }

  private async receive(options: InjectOptions & { method: string; url: string }): Promise<Answer> {
    const response = await this.inject(options);
    const json = String(response.headers['content-type'] ?? '').includes('json') && response.payload !== '';
    const decode = decoders[String(response.headers['content-encoding'])];
    const text = json && decode ? decode(response.rawPayload).toString() : response.payload;
    const body = json ? (JSON.parse(text) as never) : (undefined as never);
    if (response.statusCode < 300 && json) this.shapes.demand(options.method, options.url, body);
    return { status: response.statusCode, headers: response.headers, body, text, bytes: response.rawPayload };
  }
}
