import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Actor, BankCreate, BankId, BankList, BankQuery, BankView, type Page } from '@aula/contracts';
import { May, Signed } from '@aula/platform';
import { BankService } from './bank.service.js';

@Controller('api/assessment/banks')
export class BankController {
  constructor(private readonly banks: BankService) {}

  @Post()
  @May('assessment.author', BankView, { status: 201 })
  create(@Signed() actor: Actor, @Body({ schema: BankCreate }) body: BankCreate): Promise<BankView> {
    return this.banks.create(actor, body);
  }

  @Get()
  @May('assessment.author', BankList)
  list(@Signed() actor: Actor, @Query({ schema: BankQuery }) query: BankQuery): Promise<Page<BankView>> {
    return this.banks.list(actor, query);
  }

  @Get(':id')
  @May('assessment.author', BankView)
  read(@Signed() actor: Actor, @Param('id', { schema: BankId }) id: BankId): Promise<BankView> {
    return this.banks.read(actor, id);
  }
}
