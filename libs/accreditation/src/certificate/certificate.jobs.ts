import { Injectable } from '@nestjs/common';
import { Job } from '@aula/platform';
import { Certificates } from './certificate.service.js';

@Injectable()
export class CertificateJobs {
  constructor(private readonly certificates: Certificates) {}

  @Job('accreditation.remove-certificates')
  remove(id: string): Promise<void> {
    return this.certificates.forget(id);
  }
}
