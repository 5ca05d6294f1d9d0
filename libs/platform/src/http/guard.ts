import type { IncomingHttpHeaders } from 'node:http';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isStaff, type AcademySettings, type Actor, type Grant } from '@aula/contracts';
import { Sessions, tokenHash } from '../access/sessions.js';
import { mayKey, type Requirement } from '../access/may.js';
import type { Passes } from '../access/passes.js';
import type { Policies } from '../house.js';
import { Problem } from '../problem.js';
import type { LiveSettings } from '../settings/live.js';
import type { Settings } from '../settings/settings.js';
import { currentContext } from '../work/request-context.js';
import { hostOf, isContentHost, type AulaRequest } from './request.js';

/** Name of the session cookie. On HTTPS the browser enforces by the prefix: this host only, secure, whole path (RFC 6265bis). */
export const sessionCookie = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-aula_sid' : 'aula_sid');

const unsafe = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Lets a request in when its route's right says yes; silence means no. */
@Injectable()
export class Guard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly passes: Passes,
    private readonly settings: Settings,
    private readonly live: LiveSettings,
    private readonly policies: Policies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AulaRequest>();
    const requirement = Reflect.getMetadata(mayKey, context.getHandler()) as Requirement;
    const onContent = isContentHost(hostOf(request), this.settings.contentDomain);
    if (onContent !== (requirement.origin === 'content')) throw new Problem('not-found', 'not-found');
    if (unsafe.includes(request.method) && isForeign(request.headers, this.settings)) throw new Problem('forbidden', 'origin-refused');
    if (!onContent) await this.recognise(request, requirement);
    const right = this.policies[requirement.right]?.(request.actor) === true;
    if (!right && !this.bearsPass(request, requirement)) throw refusal(request);
    return true;
  }

  private async recognise(request: AulaRequest, { withoutFactor = false }: Requirement): Promise<void> {
    const token = bearerOf(request.headers.authorization) ?? request.cookies?.[sessionCookie(this.settings.publicUrl)];
    if (!token) return;
    const hash = tokenHash(token);
    const signedIn = await this.sessions.behind(hash);
    if (!signedIn) return;
    const { actor, secondFactor } = signedIn;
    request.lacksFactor = !secondFactor && asksFactorOf(await this.live.now(), actor.grants);
    if (request.lacksFactor && !withoutFactor) return;
    request.actor = actor;
    request.tokenHash = hash;
    if (!request.headers['accept-language']) request.language = actor.language;
    Object.assign(currentContext() ?? {}, { actor, language: request.language });
  }

  /** Whether somebody who is not signed in brings the route's own token. Problem: not-signed-in `token-refused` for any other one. */
  private bearsPass(request: AulaRequest, { pass: kind }: Requirement): boolean {
    const token = kind === undefined ? undefined : request.headers[kind];
    if (kind === undefined || typeof token !== 'string' || request.actor) return false;
    const pass = this.passes.behind(kind, (request.params as { id?: string }).id ?? '', token);
    if (!pass) throw new Problem('not-signed-in', 'token-refused');
    const actor: Actor = { personId: pass.personId, language: request.language, grants: [] };
    request.holder = { actor, until: pass.until };
    Object.assign(currentContext() ?? {}, { actor });
    return true;
  }
}

/** Whether the academy asks somebody with these roles for a second factor. */
export const asksFactorOf = ({ secondFactor }: Pick<AcademySettings, 'secondFactor'>, grants: readonly Pick<Grant, 'role'>[]): boolean =>
  secondFactor === 'everyone' || (secondFactor === 'staff' && isStaff(grants.map(({ role }) => role)));

/** A page of another origin must not make a browser change anything here; scripts send no Origin. */
export const isForeign = (headers: IncomingHttpHeaders, { publicUrl }: Settings): boolean => {
  const { origin, host } = headers;
  const foreign = origin !== undefined && origin !== publicUrl && hostOfOrigin(origin) !== host;
  return foreign || headers['sec-fetch-site'] === 'cross-site';
};

const refusal = (request: AulaRequest): Problem => {
  if (request.actor) return new Problem('forbidden', 'forbidden');
  return request.lacksFactor ? new Problem('forbidden', 'identity.second-factor-required') : new Problem('not-signed-in', 'not-signed-in');
};
const bearerOf = (header: string | undefined): string | undefined => /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
const hostOfOrigin = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};
