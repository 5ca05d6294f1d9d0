import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { inLanguage, ownCredentialsTable, type Actor, type Language } from '@aula/contracts';
import {
  May,
  SETTINGS,
  Signed,
  encodeCursor,
  sendTable,
  type AulaReply,
  type AulaRequest,
  type Settings,
  type TableCell,
} from '@aula/platform';
import { verifyUrl } from './credential.entity.js';
import type { CredentialRow } from './credential.queries.js';
import { Credentials } from './credential.service.js';

const chunk = 200;

/** A person's own certificates, to take along. */
@Controller('api/accreditation/me')
export class OwnCredentialsController {
  constructor(
    private readonly credentials: Credentials,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('credentials.csv')
  @May('credential.list')
  async csv(@Signed() actor: Actor, @Req() { language }: AulaRequest, @Res() reply: AulaReply): Promise<void> {
    const { name, headings } = ownCredentialsTable[language];
    await sendTable(reply, { name, headings, rows: this.rows(actor, language) }, 'csv');
  }

  private async *rows(actor: Actor, language: Language, cursor?: string): AsyncGenerator<TableCell[]> {
    const read = await this.credentials.list(actor, { mine: true, limit: chunk, cursor });
    const shown = read.slice(0, chunk);
    for (const credential of shown) yield this.cellsOf(credential, language);
    const last = shown.at(-1);
    if (last && read.length > chunk) yield* this.rows(actor, language, encodeCursor([last.created_at, last.id]));
  }

  private cellsOf(credential: CredentialRow, language: Language): TableCell[] {
    const { id, title, hours, state, issued_at: issued, revoked_at: revoked, revocation_reason: reason } = credential;
    const address = verifyUrl(this.settings.publicUrl, id);
    const { states } = ownCredentialsTable[language];
    return [inLanguage(title, language), hours, states[state], issued && new Date(issued), revoked && new Date(revoked), reason, address];
  }
}
