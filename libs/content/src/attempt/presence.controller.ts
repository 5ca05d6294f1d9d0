import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { RuntimePresence } from '@aula/contracts';
import { May, hostOf, type AulaReply, type AulaRequest } from '@aula/platform';
import { bearerOf } from './launch.controller.js';
import { PresenceService } from './presence.service.js';

/** What the player says on the content origin while it has nothing to record. */
@Controller('_rt')
export class PresenceController {
  constructor(private readonly presence: PresenceService) {}

  @Post('presence')
  @HttpCode(204)
  @May('runtime.use', undefined, { origin: 'content', status: 204 })
  stay(
    @Req() request: AulaRequest,
    @Res({ passthrough: true }) reply: AulaReply,
    @Body({ schema: RuntimePresence }) body: RuntimePresence,
  ): Promise<void> {
    void reply.header('cache-control', 'no-store');
    return this.presence.stay(hostOf(request), bearerOf(request), body);
  }
}
