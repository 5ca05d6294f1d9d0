import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  PackageId,
  PackageList,
  PackageQuery,
  PackageStarted,
  PackageView,
  largestPackage,
  type Actor,
  type Language,
} from '@aula/contracts';
import { May, Signed, receive, type AulaRequest } from '@aula/platform';
import type { z } from 'zod';
import { findingView } from './finding.entity.js';
import type { PackageRow } from './package.entity.js';
import { PackageService } from './package.service.js';
import { RemovalService } from './removal.service.js';

@Controller('api/content/packages')
export class PackageController {
  constructor(
    private readonly packages: PackageService,
    private readonly removal: RemovalService,
  ) {}

  @Post()
  @HttpCode(202)
  @May('package.upload', PackageStarted, { status: 202 })
  async upload(@Signed() actor: Actor, @Req() request: AulaRequest, @Headers('idempotency-key') key?: string): Promise<PackageStarted> {
    const { file } = await receive(request, largestPackage, (received) =>
      this.packages.receive(actor.personId, received, key?.slice(0, 200) ?? null),
    );
    return file;
  }

  @Get()
  @May('package.read', PackageList)
  async list(
    @Signed() actor: Actor,
    @Query({ schema: PackageQuery }) query: PackageQuery,
    @Req() { language }: AulaRequest,
  ): Promise<z.infer<typeof PackageList>> {
    const { items, next } = await this.packages.list(actor, query);
    return { items: items.map((one) => toView(one, language)), next };
  }

  @Get(':id')
  @May('package.read', PackageView)
  async one(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Req() { language }: AulaRequest,
  ): Promise<PackageView> {
    return toView(await this.packages.one(actor, id), language);
  }

  @Delete(':id')
  @HttpCode(204)
  @May('package.remove', undefined, { status: 204 })
  async remove(@Signed() actor: Actor, @Param('id', { schema: PackageId }) id: PackageId): Promise<void> {
    await this.removal.remove(actor, id);
  }
}

const toView = (it: PackageRow, language: Language): PackageView => ({
  id: it.id,
  state: it.state,
  fileName: it.file_name,
  size: it.size,
  sha256: it.sha256,
  standard: it.standard,
  title: it.title,
  items: it.items,
  findings: it.findings.map((one) => findingView(one, language, it.report?.tool ?? null)),
  tool: it.report?.tool ?? null,
  weight: it.report?.weight ?? null,
  files: it.files,
  progress: it.progress,
  createdAt: it.created_at,
});
