import type { IncomingMessage, ServerResponse } from 'node:http';
import { Module, StandardSchemaValidationPipe, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demandPolicies, policiesOf } from '../access/may.js';
import { definitionOf, type HouseClass, type PublicPages, type Shortcut } from '../house.js';
import { PlatformModule } from '../platform.module.js';
import { Problem } from '../problem.js';
import type { Runtime } from '../runtime.js';
import type { Settings } from '../settings/settings.js';
import { collectHandlers, type Handlers } from '../work/handlers.js';
import type { Wake } from '../work/work.js';
import { bodyLimit, directRoutes, type DirectHandle } from './direct.js';
import { addHooks } from './hooks.js';
import { countRequests, countShortcut } from './metrics.js';
import { sendProblem } from './problem.filter.js';
import type { AulaRequest } from './request.js';

/** One house, opened: its own Nest application on its own Fastify instance. */
export interface OpenHouse {
  readonly name: string;
  readonly app: NestFastifyApplication;
  readonly handlers: Handlers;
  /** What it knows of the public pages. */
  readonly pages: PublicPages | undefined;
  /** Answers one request. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Opens a house. Throws when a route lacks a right or a handler is missing: a house does not boot half. */
export const openHouse = async (house: HouseClass, runtime: Runtime, wake: Wake): Promise<OpenHouse> => {
  const { name, shortcut, pages } = definitionOf(house);
  demandPolicies((Reflect.getMetadata('controllers', house) as Type[] | undefined) ?? [], policiesOf(house));
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: trusting(runtime.settings),
    genReqId: () => runtime.ids.next(),
    routerOptions: { maxParamLength: 600 },
    return503OnClosing: true,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request as AulaRequest, reply, runtime.log),
  });
  const app = await NestFactory.create<NestFastifyApplication>(root(house, runtime, wake), adapter, {
    logger: ['error', 'fatal'],
    abortOnError: false,
    bufferLogs: false,
  });
  const fastify = adapter.getInstance();
  await app.register(cookie as never);
  await app.register(multipart as never);
  addHooks(fastify, runtime.settings);
  countRequests(fastify, name);
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: invalid }));
  await app.init();
  await fastify.ready();
  return {
    name,
    app,
    handlers: collectHandlers(name, app.get(DiscoveryService), app.get(MetadataScanner)),
    pages: pages && app.get(pages),
    handle: handleOf(name, fastify, directRoutes(house, app, runtime), shortcut && app.get(shortcut)),
  };
};

/** Fastify's words for it: hop 0 is whoever opened the connection. */
const trusting = ({ trustProxy }: Settings): false | string[] | ((address: string, hop: number) => boolean) =>
  typeof trustProxy === 'number' ? (_, hop) => hop < trustProxy : trustProxy;

const handleOf =
  (house: string, fastify: FastifyInstance, direct: DirectHandle, shortcut: Shortcut | undefined): OpenHouse['handle'] =>
  (request, response) => {
    const from = performance.now();
    if (shortcut?.answer(request, response)) return countShortcut(house, request, response, from);
    const byRoute = (): void => fastify.routing(request, response);
    if (!direct(request, response, byRoute)) byRoute();
  };

const root = (house: HouseClass, runtime: Runtime, wake: Wake): Type => {
  class Root {}
  Module({ imports: [PlatformModule.of(house, runtime, wake), house] })(Root);
  return Root;
};

const invalid = (issues: readonly { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined }[]): Problem =>
  new Problem(
    'invalid',
    'invalid-request',
    {},
    {
      errors: issues.map((issue) => ({
        path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        message: issue.message,
      })),
    },
  );
