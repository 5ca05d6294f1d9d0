import { Controller, Get } from '@nestjs/common';
import { HealthReport } from '@aula/contracts';
import { May } from '@aula/platform';
import { HealthService } from './health.service.js';

@Controller('api/identity/health-report')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get()
  @May('operations.read', HealthReport)
  report(): Promise<HealthReport> {
    return this.health.report();
  }
}
