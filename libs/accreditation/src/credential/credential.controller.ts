import { Body, Controller, Get, HttpCode, Inject, Ip, Param, Post, Query, Res } from '@nestjs/common';
import { z } from 'zod';
import { CredentialList, CredentialQuery, CredentialView, Revocation, SignedDocument, type Actor, type Page } from '@aula/contracts';
import { May, SETTINGS, Signed, pageOfRows, type AulaReply, type Settings } from '@aula/platform';
import { Callers } from '../verification/caller.service.js';
import { verifyUrl } from './credential.entity.js';
import { mayRevoke, mayTakeCertificate } from './credential.policy.js';
import type { CredentialRow } from './credential.queries.js';
import { Credentials, subjectOf } from './credential.service.js';

/** An id in any way a person may write it; what is none of ours is unknown, not malformed. */
const WrittenId = z.string().max(200);

const documentHeaders = {
  'content-type': 'application/vc+ld+json; charset=utf-8',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex',
};

@Controller('api/accreditation/credentials')
export class CredentialController {
  constructor(
    private readonly credentials: Credentials,
    private readonly callers: Callers,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @May('credential.list', CredentialList)
  async list(@Signed() actor: Actor, @Query({ schema: CredentialQuery }) query: CredentialQuery): Promise<Page<CredentialView>> {
    const listed = await this.credentials.list(actor, query);
    return pageOfRows(
      listed,
      query.limit,
      (row) => toView(row, actor, this.settings.publicUrl),
      (row) => [row.created_at, row.id],
    );
  }

  /** For everybody who has the id: it is random, and the document says nothing about a person. */
  @Get(':id')
  @May('credential.read', SignedDocument)
  async read(
    @Param('id', { schema: WrittenId }) id: string,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: AulaReply,
  ): Promise<string> {
    await this.callers.count(address);
    const document = await this.credentials.document(id);
    void reply.headers({ ...documentHeaders, 'content-disposition': `inline; filename="credential.json"` });
    return document;
  }

  @Post(':id/revocation')
  @HttpCode(200)
  @May('credential.revoke', CredentialView)
  async revoke(
    @Signed() actor: Actor,
    @Param('id', { schema: WrittenId }) id: string,
    @Body({ schema: Revocation }) body: Revocation,
  ): Promise<CredentialView> {
    return toView(await this.credentials.revoke(actor, id, body.reason), actor, this.settings.publicUrl);
  }
}

const toView = (row: CredentialRow, actor: Actor, publicUrl: string): CredentialView => ({
  id: row.id,
  enrollmentId: row.enrollment_id,
  personId: row.person_id,
  courseVersionId: row.course_version_id,
  title: row.title,
  hours: row.hours,
  state: row.state,
  issuedAt: row.issued_at,
  revokedAt: row.revoked_at,
  revocationReason: row.revocation_reason,
  verifyUrl: verifyUrl(publicUrl, row.id),
  ...(actor.personId === row.person_id ? {} : { holderName: nameOf(row) }),
  may: [
    ...(row.state === 'issued' && mayTakeCertificate(actor, subjectOf(row)) ? ['credential.certificate'] : []),
    ...(row.state === 'issued' && mayRevoke(actor, subjectOf(row)) ? ['credential.revoke'] : []),
  ],
});

const nameOf = ({ given_name: given, family_name: family }: CredentialRow): string | null =>
  [given, family].filter((part) => part).join(' ') || null;
