import { Injectable } from '@nestjs/common';
import type { AccessTokenCreate, AccessTokenId, AccessTokenView, Actor } from '@aula/contracts';
import { Ids, Problem, Random, Work, tokenHash } from '@aula/platform';
import { countTokens, endToken, keepToken, revokeToken } from './access-token.queries.js';

const mostTokens = 25;

@Injectable()
export class AccessTokenService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly random: Random,
  ) {}

  /** A token for scripts, with the rights of its person; the answer alone shows it. Problems: access-token.expiry-invalid, .too-many. */
  create({ personId }: Actor, { name, expiresAt }: AccessTokenCreate): Promise<AccessTokenView> {
    return this.work.run(async (em) => {
      if ((await countTokens(em, personId)) >= mostTokens) throw new Problem('conflict', 'access-token.too-many', { most: mostTokens });
      const token = `aula_${this.random.token()}`;
      const kept = await keepToken(em, { id: this.ids.next(), hash: tokenHash(token), personId, name, expiresAt });
      if (!kept) throw new Problem('invalid', 'access-token.expiry-invalid', {}, { errors: [{ path: 'expiresAt', message: '≤ 1 year' }] });
      return { ...kept, token };
    });
  }

  /** Ends anybody's token, for administrators. Problem: not-found. */
  async revoke({ personId }: Actor, id: AccessTokenId): Promise<void> {
    await this.work.run(async (em, record) => {
      const revoked = await revokeToken(em, id, { id: this.ids.next(), by: personId });
      if (!revoked) throw new Problem('not-found', 'not-found');
      record.audit('token-revocation', 'revoked', [revoked]);
    });
  }

  /** Problem: not-found. */
  async end({ personId }: Actor, id: AccessTokenId): Promise<void> {
    await this.work.run(async (em) => {
      if (!(await endToken(em, personId, id))) throw new Problem('not-found', 'not-found');
    });
  }
}
