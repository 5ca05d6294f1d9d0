import 'reflect-metadata';
import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Migration } from '@mikro-orm/migrations';
import type { Actor, House as HouseName, Language } from '@aula/contracts';

/** A right: may this actor (undefined: a visitor) do it, to this subject? Without a subject: to some subject at all. */
// A subject differs from right to right, so the map holds functions of any subject; each caller names the real one.
export type Policies = Readonly<Record<string, (actor: Actor | undefined, ...subject: never[]) => boolean>>;

/** Answers requests ahead of a house's routes: what is asked so often that a route's own work would cost more than the answer. */
export interface Shortcut {
  /** Answers and returns true, at once and without waiting for anything; false leaves the request, untouched, to its route. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

/** A page of the academy that somebody asks for. */
export interface PageAsked {
  /** Without the query. */
  readonly path: string;
  /** The language in the address (`?lang=`), if any. */
  readonly wished: Language | undefined;
  /** The reader's language. */
  readonly language: Language;
  /** The academy's name in the language of the page. */
  readonly academy: string;
}
/** What the server writes into the start page for an address, for readers without scripts: HTML, safe as it is. */
export interface PublicPage {
  /** BCP 47. */
  readonly locale: string;
  readonly head: string;
  readonly body: string;
}

/** What a house knows of the public pages. Whoever asks is a visitor. */
export interface PublicPages {
  /** The page at an address; undefined when the house knows nothing of it. */
  page(asked: PageAsked): Promise<PublicPage | undefined>;
  /** A file for robots, such as `/robots.txt`. */
  file(path: string): Promise<{ contentType: string; body: string } | undefined>;
}

export interface HouseDefinition {
  readonly name: HouseName;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly (new (...parameters: ConstructorParameters<typeof Migration>) => Migration)[];
  readonly policies: readonly Policies[];
  /** Provider of the house. */
  readonly shortcut?: Type<Shortcut>;
  /** Provider of the house. */
  readonly pages?: Type<PublicPages>;
}
export type HouseClass = Type;

const key = Symbol('aula:house');

/** Declares a house: its name, what it owns in the database, its rights, and its Nest providers and controllers. */
export const House =
  ({ name, entities, migrations, policies, shortcut, pages, ...metadata }: HouseDefinition & ModuleMetadata): ClassDecorator =>
  (target) => {
    const declared: HouseDefinition = { name, entities, migrations, policies, ...(shortcut && { shortcut }), ...(pages && { pages }) };
    Reflect.defineMetadata(key, declared, target);
    Module(metadata)(target);
  };

/** The declaration of a house's module. Throws when the class is none. */
export const definitionOf = (module: HouseClass): HouseDefinition => {
  const definition = Reflect.getMetadata(key, module) as HouseDefinition | undefined;
  if (!definition) throw new Error(`${module.name} is not a house: decorate it with @House`);
  return definition;
};
