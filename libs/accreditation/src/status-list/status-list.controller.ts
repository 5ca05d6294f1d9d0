import { Controller, Get, Param, Res } from '@nestjs/common';
import { z } from 'zod';
import { SignedDocument } from '@aula/contracts';
import { May, Problem, type AulaReply } from '@aula/platform';
import { StatusLists } from './status-list.service.js';

const publicHeaders = {
  'content-type': 'application/vc+ld+json; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

@Controller('api/accreditation/status-lists')
export class StatusListController {
  constructor(private readonly lists: StatusLists) {}

  /** The signed list, with an ETag. Any site may read it; five minutes is how late a revocation may show in a cache. */
  @Get(':id')
  @May('status-list.read', SignedDocument)
  async read(@Param('id', { schema: z.string().max(100) }) id: string, @Res({ passthrough: true }) reply: AulaReply): Promise<string> {
    const list = z.uuid().safeParse(id).success ? await this.lists.current(id) : undefined;
    if (!list?.document) throw new Problem('not-found', 'status-list.unknown');
    void reply.headers(publicHeaders);
    return list.document;
  }
}
