import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import {
  PackageDifferencesQuery,
  PackageDifferencesView,
  PackageId,
  PackageVersionCreate,
  PackageVersionList,
  PackageVersionView,
  type Actor,
  type Page,
} from '@aula/contracts';
import { May, Signed, type AulaRequest } from '@aula/platform';
import { findingView } from '../package/finding.entity.js';
import type { VersionRow } from './version.queries.js';
import { VersionService } from './version.service.js';

@Controller('api/content/packages/:id')
export class VersionController {
  constructor(private readonly versions: VersionService) {}

  @Post('versions')
  @May('package.replace', PackageVersionView, { status: 201 })
  async declare(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Body({ schema: PackageVersionCreate }) body: PackageVersionCreate,
  ): Promise<PackageVersionView> {
    return toView(await this.versions.declare(actor, id, body.packageId));
  }

  @Get('versions')
  @May('package.read', PackageVersionList)
  async list(@Signed() actor: Actor, @Param('id', { schema: PackageId }) id: PackageId): Promise<Page<PackageVersionView>> {
    return { items: (await this.versions.list(actor, id)).map(toView), next: null };
  }

  @Get('differences')
  @May('package.read', PackageDifferencesView)
  async differences(
    @Signed() actor: Actor,
    @Param('id', { schema: PackageId }) id: PackageId,
    @Query({ schema: PackageDifferencesQuery }) { from }: PackageDifferencesQuery,
    @Req() { language }: AulaRequest,
  ): Promise<PackageDifferencesView> {
    const { findings, ...report } = await this.versions.differences(actor, id, from);
    const { gone, come, tools } = findings;
    return {
      ...report,
      findings: {
        gone: gone.map((one) => findingView(one, language, tools.gone)),
        come: come.map((one) => findingView(one, language, tools.come)),
      },
    };
  }
}

const toView = (it: VersionRow): PackageVersionView => ({
  packageId: it.package_id,
  number: it.number,
  title: it.title,
  fileName: it.file_name,
  createdAt: it.created_at,
  learners: it.learners,
});
