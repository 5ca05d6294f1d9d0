import { setTimeout as sleep } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Injectable, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Items } from '@aula/contracts';
import {
  Hears,
  House,
  Job,
  May,
  Problem,
  Work,
  anyone,
  receive,
  rows,
  signedIn,
  type AulaRequest,
  type Policies,
  type Recorder,
} from '@aula/platform';
import { otherWork } from './other-work.js';

const Note = z.object({ text: z.string().min(2) }).strict();
type Note = z.infer<typeof Note>;
const Noted = z.object({ id: z.string() });

/** What a test may tell the house to do wrong, or slowly. */
export const faults = { hear: 0, hearMs: 0 };

/** The house's own table, which a test makes before it opens the house. */
export const scratchTable = `create table enrollment.scratch (id uuid primary key default gen_random_uuid(), kind text not null, body text);
  grant select, insert on enrollment.scratch to aula_enrollment`;

@Injectable()
class NoteJobs {
  @Job('enrollment.enroll-cohort')
  async enroll(): Promise<void> {
    await Promise.resolve();
  }

  @Hears('unit.progressed')
  async onProgressed(items: Items<'unit.progressed'>, em: EntityManager, record: Recorder): Promise<void> {
    await rows(em, `insert into enrollment.scratch (kind, body) values ('heard', $1)`, [String(items.length)]);
    await sleep(faults.hearMs);
    if (faults.hear-- > 0) throw new Error('the hearer fails');
    record.order('enrollment.enroll-cohort', [items[0]!.unitId]);
  }

  @Hears('attempt.graded')
  async onGraded(): Promise<void> {
    await Promise.resolve();
  }
}

const OtherWork = otherWork('enrollment', { jobs: ['enrollment.enroll-cohort'], hears: ['unit.progressed', 'attempt.graded'] });

@Controller('api/enrollment/notes')
class NoteController {
  constructor(private readonly work: Work) {}

  @Get()
  @May('note.read', z.object({ say: z.string() }))
  read(): { say: string } {
    return { say: 'hello' };
  }

  @Get('long')
  @May('note.read', z.object({ say: z.string() }))
  long(): { say: string } {
    return { say: 'señor '.repeat(300) };
  }

  @Get('address')
  @May('note.read', z.object({ address: z.string() }))
  address(@Req() request: AulaRequest): { address: string } {
    return { address: request.ip };
  }

  @Post()
  @May('note.write', Noted)
  write(@Body({ schema: Note }) body: Note): Promise<{ id: string }> {
    return this.work.run(async (em) => {
      const [made] = await rows<{ id: string }>(em, `insert into enrollment.scratch (kind, body) values ('note', $1) returning id`, [
        body.text,
      ]);
      if (body.text === 'refuse') throw new Problem('conflict', 'precondition-failed');
      return made!;
    });
  }

  @Post('keys')
  @May('note.write', z.object({ token: z.string() }), { answer: 'secret' })
  async key(@Body({ schema: Note }) body: Note): Promise<{ token: string }> {
    await this.write(body);
    return { token: `secret of ${body.text}` };
  }

  @Post('files')
  @HttpCode(202)
  @May('note.write', z.object({ size: z.number(), name: z.string(), mode: z.string() }))
  async file(@Req() request: AulaRequest): Promise<{ size: number; name: string; mode: string }> {
    const { fields, file } = await receive(request, 2_000, async ({ name, stream }) => {
      let size = 0;
      for await (const chunk of stream) size += (chunk as Buffer).length;
      return { size, name };
    });
    return { ...file, mode: fields['mode'] ?? '' };
  }
}

const policies = { 'note.read': anyone, 'note.write': signedIn } satisfies Policies;

/** A house for the plumbing's own tests; it takes enrollment's place, orders and facts. */
@House({
  name: 'enrollment',
  entities: [],
  migrations: [],
  policies: [policies],
  controllers: [NoteController],
  providers: [NoteJobs, OtherWork],
})
export class NoteModule {}

@Controller('api/enrollment/bare')
class BareController {
  @Get()
  read(): string {
    return '';
  }
}
@House({
  name: 'enrollment',
  entities: [],
  migrations: [],
  policies: [policies],
  controllers: [BareController],
  providers: [NoteJobs, OtherWork],
})
export class BareModule {}

@House({ name: 'enrollment', entities: [], migrations: [], policies: [policies], controllers: [], providers: [] })
export class HandlerlessModule {}

@Injectable()
class SecondHandler extends NoteJobs {
  @Job('enrollment.enroll-cohort')
  override async enroll(): Promise<void> {
    await Promise.resolve();
  }
}
@House({
  name: 'enrollment',
  entities: [],
  migrations: [],
  policies: [policies],
  controllers: [],
  providers: [NoteJobs, OtherWork, SecondHandler],
})
export class TwiceModule {}
