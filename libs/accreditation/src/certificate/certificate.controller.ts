import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { z } from 'zod';
import { CertificateQuery, type Actor } from '@aula/contracts';
import { May, Signed, type AulaReply, type AulaRequest } from '@aula/platform';
import { Certificates } from './certificate.service.js';

/** A browser shows a PDF in a plug-in of its own page, which the policy of plain answers would forbid. */
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

@Controller('api/accreditation/credentials')
export class CertificateController {
  constructor(private readonly certificates: Certificates) {}

  @Get(':id/certificate.pdf')
  @May('credential.certificate')
  async read(
    @Signed() actor: Actor,
    @Param('id', { schema: z.string().max(200) }) id: string,
    @Query({ schema: CertificateQuery }) { language }: CertificateQuery,
    @Req() request: AulaRequest,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const { row, pdf } = await this.certificates.pdf(actor, id, language ?? request.language);
    const headers = {
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `inline; filename="certificate-${row.id}-${language ?? request.language}.pdf"`,
      'content-security-policy': pdfPolicy,
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    };
    await reply.headers(headers).send(pdf);
  }
}
