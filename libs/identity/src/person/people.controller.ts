import { Controller, Get, Query, Res } from '@nestjs/common';
import { PersonCount, PersonFilter, importColumns, type Actor } from '@aula/contracts';
import { May, Signed, Work, sendTable, type AulaReply, type Table } from '@aula/platform';
import { countPeople, peopleOf } from './people.queries.js';

/** The people of a filter as a whole: how many, and as a file that can be imported again. */
@Controller('api/identity')
export class PeopleController {
  constructor(private readonly work: Work) {}

  @Get('people-count')
  @May('person.read', PersonCount)
  count(@Signed() actor: Actor, @Query({ schema: PersonFilter }) filter: PersonFilter): Promise<PersonCount> {
    return this.work.read((em) => countPeople(em, actor, filter));
  }

  @Get('people.csv')
  @May('person.export')
  csv(@Signed() actor: Actor, @Query({ schema: PersonFilter }) filter: PersonFilter, @Res() reply: AulaReply): Promise<void> {
    return this.work.read((em) => sendTable(reply, tableOf(peopleOf(em, actor, filter)), 'csv'));
  }

  @Get('people.xlsx')
  @May('person.export')
  xlsx(@Signed() actor: Actor, @Query({ schema: PersonFilter }) filter: PersonFilter, @Res() reply: AulaReply): Promise<void> {
    return this.work.read((em) => sendTable(reply, tableOf(peopleOf(em, actor, filter)), 'xlsx'));
  }
}

const tableOf = (people: ReturnType<typeof peopleOf>): Table => ({ name: 'people', headings: importColumns, rows: cellsOf(people) });

async function* cellsOf(people: ReturnType<typeof peopleOf>): AsyncGenerator<(string | number | null)[]> {
  for await (const person of people) yield importColumns.map((column) => person[column] ?? null);
}
