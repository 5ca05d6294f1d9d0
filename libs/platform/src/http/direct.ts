import 'reflect-metadata';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { INestApplicationContext, Type } from '@nestjs/common';
import type { z } from 'zod';
import { policiesOf, routesOf } from '../access/may.js';
import { definitionOf, type HouseClass } from '../house.js';
import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings/settings.js';
import { withContext } from '../work/request-context.js';
import { isForeign } from './guard.js';
import { countDirect } from './metrics.js';
import { problemAnswer } from './problem.filter.js';
import { hostOf, isContentHost, languageOf } from './request.js';

/** What the method of a direct route sees of its request, which may be Fastify's. */
export interface DirectRequest {
  readonly headers: IncomingHttpHeaders;
}
/** What it may set of its answer. */
export interface DirectReply {
  header(name: string, value: string): unknown;
}
type Method<B> = (request: DirectRequest, reply: DirectReply, body: B) => Promise<object>;
interface Directness<B> {
  body: z.ZodType<B>;
  /** What every answer of the route's origin bears. */
  headers: (settings: Settings) => Readonly<Record<string, string>>;
}

const directKey = 'aula:direct';

/**
 * Answers a POST route of the content origin without Fastify and Nest around it, where their work would cost more than the answer. The
 * route stands as it is, with its right and its contract; whatever is unusual about a request, or wrong with its body, takes it.
 */
export const Direct =
  <B>(directness: Directness<B>) =>
  <M extends Method<B>>(_: object, __: string, descriptor: TypedPropertyDescriptor<M>): void =>
    Reflect.defineMetadata(directKey, directness, descriptor.value!);

/** Answers a request, or returns false and leaves it to its route. `byRoute` is for those that show only later what they are. */
export type DirectHandle = (request: IncomingMessage, response: ServerResponse, byRoute: () => void) => boolean;

/** The direct routes of a house. Throws where one asks for more than the content origin gives: nobody is signed in there. */
export const directRoutes = (house: HouseClass, app: INestApplicationContext, runtime: Runtime): DirectHandle => {
  const controllers = (Reflect.getMetadata('controllers', house) as Type<object>[] | undefined) ?? [];
  const routes = controllers.flatMap((controller) =>
    routesOf(controller).flatMap(({ method, handler, requirement }) => {
      const directness = Reflect.getMetadata(directKey, handler) as Directness<unknown> | undefined;
      if (!directness) return [];
      if (requirement?.origin !== 'content' || policiesOf(house)[requirement.right]?.(undefined) !== true)
        throw new Error(`${controller.name}.${method} is not for everyone on the content origin, and cannot be direct`);
      const path = `/${Reflect.getMetadata('path', controller) as string}/${Reflect.getMetadata('path', handler) as string}`;
      const status = (Reflect.getMetadata('__httpCode__', handler) as number | undefined) ?? 201;
      const run = (handler as Method<unknown>).bind(app.get<object>(controller));
      return [[path, new DirectRoute({ ...directness, house: definitionOf(house).name, path, status, run }, runtime)] as const];
    }),
  );
  const byPath = new Map(routes);
  return (request, response, byRoute) => byPath.get(request.url ?? '')?.answer(request, response, byRoute) ?? false;
};

/** Bytes of a JSON body; files come as streams and have their own limits. */
export const bodyLimit = 1_048_576;

/** Names that Fastify refuses in a body, and escapes that would hide them; JSON.stringify writes none of these. */
const suspicious = /__proto__|\\u00[4-7]/i;

interface Route extends Directness<unknown> {
  house: string;
  path: string;
  status: number;
  run: Method<unknown>;
}

class DirectRoute {
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly route: Route,
    private readonly runtime: Runtime,
  ) {
    this.headers = route.headers(runtime.settings);
  }

  readonly answer: DirectHandle = (request, response, byRoute) => {
    if (!isOrdinary(request, this.runtime.settings)) return false;
    const from = performance.now();
    receiveWhole(request, (bytes) => {
      const body = this.checked(bytes);
      if (body) return void this.serve(request, response, body.value, from);
      request.pause();
      request.unshift(bytes);
      byRoute();
    });
    return true;
  };

  /** The body as the contract has it; undefined for any other. */
  private checked(bytes: Buffer): { value: unknown } | undefined {
    const text = bytes.toString('utf8');
    if (suspicious.test(text)) return undefined;
    try {
      const { success, data: value } = this.route.body.safeParse(JSON.parse(text));
      return success ? { value } : undefined;
    } catch {
      return undefined;
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse, body: unknown, from: number): Promise<void> {
    const [requestId, language] = [this.runtime.ids.next(), languageOf(request.headers['accept-language'])];
    const headers: Record<string, string> = { ...this.headers, 'x-request-id': requestId };
    const reply = { header: (name: string, value: string) => (headers[name] = value) };
    let answer = { status: this.route.status, headers: { 'content-type': 'application/json; charset=utf-8' }, text: '' };
    try {
      answer.text = JSON.stringify(await withContext({ requestId, language }, () => this.route.run(request, reply, body)));
    } catch (error) {
      answer = problemAnswer(error, { requestId, language }, this.runtime.log);
    }
    const length = String(Buffer.byteLength(answer.text));
    response.writeHead(answer.status, { ...headers, ...answer.headers, 'content-length': length }).end(answer.text);
    countDirect(this.route, answer.status, from);
  }
}

const isOrdinary = ({ method, headers }: IncomingMessage, settings: Settings): boolean => {
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    length > 0 &&
    length <= bodyLimit &&
    headers['transfer-encoding'] === undefined &&
    headers['service-worker'] === undefined &&
    isContentHost(hostOf({ headers }), settings.contentDomain) &&
    !isForeign(headers, settings)
  );
};

/** Hands over the body when it has come whole; what breaks off before is nobody's. */
const receiveWhole = (request: IncomingMessage, whole: (bytes: Buffer) => void): void => {
  const parts: Buffer[] = [];
  let missing = Number(request.headers['content-length']);
  const take = (part: Buffer): void => {
    parts.push(part);
    missing -= part.length;
    if (missing > 0) return;
    request.off('data', take);
    whole(parts.length === 1 ? part : Buffer.concat(parts));
  };
  request.on('data', take);
};
