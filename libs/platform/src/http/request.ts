import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Language } from '@aula/contracts';
import type { Caller } from '../access/passes.js';

/** A request with what the guard found out about it. */
export type AulaRequest = FastifyRequest & {
  actor?: Actor;
  /** Hash of the session's or access token's secret by which they are signed in. */
  tokenHash?: Buffer;
  /** Is signed in and must set a second factor up first: a visitor everywhere else. */
  lacksFactor?: boolean;
  /** Who is not signed in, and came with a pass to a route that takes it. */
  holder?: Caller;
  language: Language;
  cookies?: Record<string, string | undefined>;
};
export type AulaReply = FastifyReply;

const known: readonly string[] = ['es', 'pt', 'en', 'fr'];

/** The reader's language: the first known one of Accept-Language (RFC 9110, 12.5.4), else Spanish. */
export const languageOf = (header: string | undefined): Language => {
  if (!header) return 'es';
  const wanted = header
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
      return { language: tag!.split('-')[0]!, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ language, weight }) => known.includes(language) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return (wanted[0]?.language ?? 'es') as Language;
};

/** The host of a request without its port, lower case. */
export const hostOf = (request: { headers: { host?: string } }): string => (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** True for a host under the content domain, where packages run. */
export const isContentHost = (host: string, contentDomain: string): boolean => host === contentDomain || host.endsWith(`.${contentDomain}`);
