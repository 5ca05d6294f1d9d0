import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { AccessTokenCreate, AccessTokenId, AccessTokenList, AccessTokenView, PageQuery, type Actor, type Page } from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { listTokens } from './access-token.queries.js';
import { AccessTokenService } from './access-token.service.js';

@Controller('api/identity/access-tokens')
export class AccessTokenController {
  constructor(
    private readonly work: Work,
    private readonly tokens: AccessTokenService,
  ) {}

  @Get()
  @May('access-token.manage', AccessTokenList)
  list(@Signed() actor: Actor, @Query({ schema: PageQuery }) query: PageQuery): Promise<Page<AccessTokenView>> {
    return this.work.read((em) => listTokens(em, actor.personId, query));
  }

  @Post()
  @May('access-token.manage', AccessTokenView, { status: 201, answer: 'secret' })
  create(@Signed() actor: Actor, @Body({ schema: AccessTokenCreate }) body: AccessTokenCreate): Promise<AccessTokenView> {
    return this.tokens.create(actor, body);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('access-token.manage', undefined, { status: 204 })
  end(@Signed() actor: Actor, @Param('id', { schema: AccessTokenId }) id: AccessTokenId): Promise<void> {
    return this.tokens.end(actor, id);
  }
}
