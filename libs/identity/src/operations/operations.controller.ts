import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  DeadDeliveryList,
  DeadDeliveryQuery,
  DeliveryRetries,
  JobId,
  JobList,
  JobQuery,
  JobRetries,
  JobSummary,
  JobTrend,
  MailId,
  MailList,
  MailQuery,
  Retried,
  houses,
  type DeadDeliveryView,
  type JobView,
  type MailView,
  type Page,
} from '@aula/contracts';
import { May, Work } from '@aula/platform';
import { listJobs, summariseJobs, trendOfJobs } from './job.queries.js';
import { listDeadDeliveries, listMails } from './operations.queries.js';
import { OperationsService } from './operations.service.js';

const EventId = z.uuid();
const Consumer = z.enum(houses);
type Consumer = z.infer<typeof Consumer>;

@Controller('api/identity')
export class OperationsController {
  constructor(
    private readonly work: Work,
    private readonly operations: OperationsService,
  ) {}

  @Get('jobs')
  @May('operations.read', JobList)
  jobs(@Query({ schema: JobQuery }) query: JobQuery): Promise<Page<JobView>> {
    return this.work.read((em) => listJobs(em, query));
  }

  @Get('job-summary')
  @May('operations.read', JobSummary)
  async summary(): Promise<JobSummary> {
    return { items: await this.work.read(summariseJobs) };
  }

  @Get('job-trend')
  @May('operations.read', JobTrend)
  async trend(): Promise<JobTrend> {
    return { items: await this.work.read(trendOfJobs) };
  }

  @Post('job-retries')
  @HttpCode(200)
  @May('operations.retry', Retried)
  retryJobs(@Body({ schema: JobRetries }) body: JobRetries): Promise<Retried> {
    return this.operations.retryJobs(body);
  }

  @Post('jobs/:id/cancellation')
  @HttpCode(204)
  @May('operations.cancel', undefined, { status: 204 })
  cancelJob(@Param('id', { schema: JobId }) id: JobId): Promise<void> {
    return this.operations.cancelJob(id);
  }

  @Post('jobs/:id/retry')
  @HttpCode(202)
  @May('operations.retry', undefined, { status: 202 })
  retryJob(@Param('id', { schema: JobId }) id: JobId): Promise<void> {
    return this.operations.retryJob(id);
  }

  @Get('dead-deliveries')
  @May('operations.read', DeadDeliveryList)
  deadDeliveries(@Query({ schema: DeadDeliveryQuery }) query: DeadDeliveryQuery): Promise<Page<DeadDeliveryView>> {
    return this.work.read((em) => listDeadDeliveries(em, query));
  }

  @Post('delivery-retries')
  @HttpCode(200)
  @May('operations.retry', Retried)
  retryDeliveries(@Body({ schema: DeliveryRetries }) body: DeliveryRetries): Promise<Retried> {
    return this.operations.retryDeliveries(body);
  }

  @Post('dead-deliveries/:eventId/:consumer/retry')
  @HttpCode(202)
  @May('operations.retry', undefined, { status: 202 })
  retryDelivery(
    @Param('eventId', { schema: EventId }) eventId: string,
    @Param('consumer', { schema: Consumer }) consumer: Consumer,
  ): Promise<void> {
    return this.operations.retryDelivery(eventId, consumer);
  }

  @Get('mails')
  @May('operations.read', MailList)
  mails(@Query({ schema: MailQuery }) query: MailQuery): Promise<Page<MailView>> {
    return this.work.read((em) => listMails(em, query));
  }

  @Post('mails/:id/retry')
  @HttpCode(202)
  @May('operations.retry', undefined, { status: 202 })
  retryMail(@Param('id', { schema: MailId }) id: MailId): Promise<void> {
    return this.operations.retryMail(id);
  }
}
