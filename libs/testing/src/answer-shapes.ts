import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { z } from 'zod';
import { routesOf } from '@aula/platform';

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'ALL', 'OPTIONS', 'HEAD'];
export interface Route {
  method: string;
  /** As declared: `/api/catalog/courses/:id`. */
  path: string;
  right: string;
  origin: string;
  /** The header whose token opens it to who is not signed in. */
  pass: string | undefined;
  answers: z.ZodType | undefined;
}

/** Every route of a house's controllers with what it declares. */
export const declaredRoutes = (controllers: readonly Type[]): Route[] =>
  controllers.flatMap((controller) => {
    const bases = [Reflect.getMetadata('path', controller) as string | string[]].flat();
    return routesOf(controller).flatMap(({ handler, requirement, answers }) =>
      bases.flatMap((base) =>
        [Reflect.getMetadata('path', handler) as string | string[]].flat().map((tail) => ({
          method: methods[Reflect.getMetadata('method', handler) as number] ?? 'GET',
          path: `/${base}/${tail}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
          right: requirement?.right ?? '',
          origin: requirement?.origin ?? 'academy',
          pass: requirement?.pass,
          answers,
        })),
      ),
    );
  });

/** Holds answers against the contracts of their routes. */
export class AnswerShapes {
  private readonly routes: (Route & { pattern: RegExp })[];

  constructor(controllers: readonly Type[]) {
    this.routes = declaredRoutes(controllers).map((route) => ({ ...route, pattern: patternOf(route.path) }));
  }

  /** Throws when the body is not what the route's contract says. */
  demand(method: string, url: string, body: unknown): void {
    const path = url.split('?', 1)[0]!;
    const route = this.routes.find((each) => each.method === method && each.pattern.test(path));
    const checked = route?.answers?.safeParse(body);
    if (checked && !checked.success) throw new Error(`${method} ${path} breaks its contract: ${checked.error.message}`);
  }
}

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replace(/\*/g, '.*')}$`,
  );
