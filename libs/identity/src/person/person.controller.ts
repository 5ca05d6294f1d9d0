import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { PersonChange, PersonCreate, PersonId, PersonList, PersonQuery, PersonView, type Actor, type Page } from '@aula/contracts';
import { May, Signed, Work } from '@aula/platform';
import { listPeople } from './people.queries.js';
import { PersonService } from './person.service.js';

@Controller('api/identity/people')
export class PersonController {
  constructor(
    private readonly work: Work,
    private readonly people: PersonService,
  ) {}

  @Get()
  @May('person.read', PersonList)
  list(@Signed() actor: Actor, @Query({ schema: PersonQuery }) query: PersonQuery): Promise<Page<PersonView>> {
    return this.work.read((em) => listPeople(em, actor, query));
  }

  @Post()
  @May('person.create', PersonView, { status: 201 })
  create(@Signed() actor: Actor, @Body({ schema: PersonCreate }) body: PersonCreate): Promise<PersonView> {
    return this.people.create(actor, body);
  }

  @Get(':id')
  @May('person.read', PersonView)
  read(@Signed() actor: Actor, @Param('id', { schema: PersonId }) id: PersonId): Promise<PersonView> {
    return this.people.read(actor, id);
  }

  @Patch(':id')
  @May('person.change', PersonView)
  change(
    @Signed() actor: Actor,
    @Param('id', { schema: PersonId }) id: PersonId,
    @Body({ schema: PersonChange }) body: PersonChange,
  ): Promise<PersonView> {
    return this.people.change(actor, id, body);
  }
}
