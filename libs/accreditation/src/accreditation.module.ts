import { House } from '@aula/platform';
import { CertificateController } from './certificate/certificate.controller.js';
import { CertificateJobs } from './certificate/certificate.jobs.js';
import { OwnCredentialsController } from './credential/own-credentials.controller.js';
import { Brandings } from './certificate/branding.service.js';
import { Certificates } from './certificate/certificate.service.js';
import { CompletionController } from './completion/completion.controller.js';
import { completionPolicy } from './completion/completion.policy.js';
import { Completions } from './completion/completion.service.js';
import { Awards } from './credential/award.service.js';
import { CredentialController } from './credential/credential.controller.js';
import { CredentialJobs } from './credential/credential.jobs.js';
import { CredentialListener } from './credential/credential.listener.js';
import { credentialPolicy } from './credential/credential.policy.js';
import { Credentials } from './credential/credential.service.js';
import { Issuing } from './credential/issue.service.js';
import { Signatures } from './credential/signature.service.js';
import { Credentials as CredentialsMigration } from './migrations/0001-credentials.js';
import { DocumentsByIssuedCredentials } from './migrations/0002-documents-by-issued-credentials.js';
import { PersonMoveListener } from './person-move/person-move.listener.js';
import { SigningKeyController } from './signing-key/signing-key.controller.js';
import { signingKeyPolicy } from './signing-key/signing-key.policy.js';
import { SigningKeys } from './signing-key/signing-key.service.js';
import { StatusListController } from './status-list/status-list.controller.js';
import { StatusListJobs } from './status-list/status-list.jobs.js';
import { statusListPolicy } from './status-list/status-list.policy.js';
import { StatusEntries, StatusLists } from './status-list/status-list.service.js';
import { Callers } from './verification/caller.service.js';
import { VerificationController } from './verification/verification.controller.js';
import { verificationPolicy } from './verification/verification.policy.js';
import { Verifications } from './verification/verification.service.js';

@House({
  name: 'accreditation',
  entities: [],
  migrations: [CredentialsMigration, DocumentsByIssuedCredentials],
  policies: [completionPolicy, credentialPolicy, signingKeyPolicy, statusListPolicy, verificationPolicy],
  controllers: [
    CompletionController,
    CredentialController,
    CertificateController,
    OwnCredentialsController,
    VerificationController,
    StatusListController,
    SigningKeyController,
  ],
  providers: [
    SigningKeys,
    StatusLists,
    StatusEntries,
    StatusListJobs,
    Awards,
    Issuing,
    Signatures,
    Credentials,
    CredentialJobs,
    CredentialListener,
    PersonMoveListener,
    Brandings,
    Certificates,
    CertificateJobs,
    Verifications,
    Callers,
    Completions,
  ],
})
export class AccreditationModule {}
