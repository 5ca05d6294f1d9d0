import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { AccessTokenId, IssuedTokenList, IssuedTokenQuery, type Actor, type IssuedTokenView, type Page } from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { listIssued } from './access-token.queries.js';
import { AccessTokenService } from './access-token.service.js';

/** The tokens of everybody, for administrators. */
@Controller('api/identity/issued-tokens')
export class IssuedTokenController {
  constructor(
    private readonly work: Work,
    private readonly tokens: AccessTokenService,
  ) {}

  @Get()
  @May('access-token.oversee', IssuedTokenList)
  list(@Query({ schema: IssuedTokenQuery }) query: IssuedTokenQuery): Promise<Page<IssuedTokenView>> {
    return this.work.read((em) => listIssued(em, query));
  }

  @Delete(':id')
  @HttpCode(204)
  @May('access-token.oversee', undefined, { status: 204 })
  revoke(@Signed() actor: Actor, @Param('id', { schema: AccessTokenId }) id: AccessTokenId): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
