import { Controller, Get, Res } from '@nestjs/common';
import { SignedDocument } from '@aula/contracts';
import { didWebDocument } from '@aula/open-badges';
import { May, Work, type AulaReply } from '@aula/platform';
import { fragmentOf } from './signing-key.entity.js';
import { allKeys } from './signing-key.queries.js';
import { SigningKeys } from './signing-key.service.js';

const publicHeaders = {
  'content-type': 'application/did+ld+json; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
};

/** Where did:web looks for the issuer: at a fixed place of the academy's origin. */
@Controller('.well-known')
export class SigningKeyController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly work: Work,
  ) {}

  /** All keys of the issuer; retired ones stay listed, outside `assertionMethod`. Any site may read it. */
  @Get('did.json')
  @May('signing-key.read', SignedDocument)
  async document(@Res({ passthrough: true }) reply: AulaReply): Promise<string> {
    const did = this.keys.issuer();
    const keys = (await this.work.read(allKeys)).filter((key) => key.did === did);
    void reply.headers(publicHeaders);
    return JSON.stringify(
      didWebDocument(
        did,
        keys.map(({ verificationMethod, publicKey, retiredAt }) => ({
          fragment: fragmentOf(verificationMethod),
          publicKeyMultibase: publicKey,
          ...(retiredAt ? { retiredAt } : {}),
        })),
      ),
    );
  }
}
