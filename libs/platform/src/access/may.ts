import 'reflect-metadata';
import { SetMetadata, applyDecorators, createParamDecorator, type ExecutionContext, type Type } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '@aula/contracts';
import { definitionOf, type HouseClass, type Policies } from '../house.js';
import { Problem } from '../problem.js';
import type { AulaRequest } from '../http/request.js';
import type { Caller } from './passes.js';

export const mayKey = 'aula:may';
const answersKey = 'aula:answers';
/** Where a route lives: on the academy's own origin, or on the content origin where packages run. */
export type RouteOrigin = 'academy' | 'content';
/** A `secret` answer is shown once and kept nowhere, also not for a repeat with the same `Idempotency-Key`. */
type RouteAnswer = 'kept' | 'secret';
export interface Requirement {
  right: string;
  origin: RouteOrigin;
  answer: RouteAnswer;
  /** The header whose token opens the route's `:id` to someone who is not signed in; none when absent. See `Passes`. */
  pass?: string;
  /** Also for people who must set a second factor up before everything else: what they need for that. Elsewhere they are visitors. */
  withoutFactor?: boolean;
}
interface More extends Partial<Omit<Requirement, 'right'>> {
  status?: number;
}

/** Declares who may use the route (a right of the house's policies) and the shape of its answer. A route without it stops the boot. */
export const May = (right: string, answers?: z.ZodType, { status = 200, ...more }: More = {}): MethodDecorator =>
  applyDecorators(
    SetMetadata(mayKey, { right, origin: 'academy', answer: 'kept', ...more } satisfies Requirement),
    SetMetadata(answersKey, answers),
    answers ? ApiResponse({ status, standardSchema: answers }) : ApiResponse({ status }),
  );

/** The signed-in person; a route that visitors may use takes `Visitor` instead. */
export const Signed = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<AulaRequest>().actor;
  if (!actor) throw new Problem('not-signed-in', 'not-signed-in');
  return actor;
});
/** The signed-in person, or undefined for a visitor. */
export const Visitor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | undefined => context.switchToHttp().getRequest<AulaRequest>().actor,
);
/** Whoever was let in by a session or by the route's own pass; a verb that lets passes in asks in its statement whether `until` is over. */
export const Calling = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { actor, holder } = context.switchToHttp().getRequest<AulaRequest>();
  if (actor) return { actor, until: null };
  if (holder) return holder;
  throw new Problem('not-signed-in', 'not-signed-in');
});

/** A right of every visitor, signed in or not. */
export const anyone = (): boolean => true;
/** A right of everyone who is signed in. */
export const signedIn = (actor: Actor | undefined): boolean => actor !== undefined;

/** All rights of a house, by name. */
export const policiesOf = (module: HouseClass): Policies => Object.assign({}, ...definitionOf(module).policies) as Policies;

/** Throws when a route of the controllers has no declaration, or one that names a right the policies do not have. */
export const demandPolicies = (controllers: readonly Type[], policies: Policies): void => {
  const bare = controllers.flatMap((controller) =>
    routesOf(controller).flatMap(({ method, requirement }) => {
      if (!requirement) return [`${controller.name}.${method} has no @May`];
      return requirement.right in policies ? [] : [`${controller.name}.${method}: no policy ${requirement.right}`];
    }),
  );
  if (bare.length > 0) throw new Error(`Every route says who may use it: ${bare.join('; ')}`);
};

/** The routes of a controller with what they declare. */
export const routesOf = (
  controller: Type,
): { method: string; handler: object; requirement: Requirement | undefined; answers: z.ZodType | undefined }[] => {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype)
    .filter((method) => method !== 'constructor' && Reflect.getMetadata('method', prototype[method]!) !== undefined)
    .map((method) => ({
      method,
      handler: prototype[method]!,
      requirement: Reflect.getMetadata(mayKey, prototype[method]!) as Requirement | undefined,
      answers: Reflect.getMetadata(answersKey, prototype[method]!) as z.ZodType | undefined,
    }));
};
