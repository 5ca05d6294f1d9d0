import { buffer } from 'node:stream/consumers';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import {
  AcademySettingsChange,
  AcademySettingsView,
  BrandLogoId,
  BrandView,
  ColorQuery,
  ColorTrial,
  largestLogo,
  type Actor,
} from '@aula/contracts';
import { LiveSettings, May, Signed, receive, type AulaReply, type AulaRequest } from '@aula/platform';
import { SettingService, tried } from './setting.service.js';

@Controller('api/identity')
export class SettingController {
  constructor(
    private readonly settings: SettingService,
    private readonly live: LiveSettings,
  ) {}

  @Get('branding')
  @May('branding.read', BrandView)
  brand(): Promise<BrandView> {
    return this.live.brand();
  }

  /** Drawings were cleaned when they came; nothing in one may act all the same. */
  @Get('branding/logo/:id')
  @May('branding.read')
  async logo(@Param('id', { schema: BrandLogoId }) id: BrandLogoId, @Res() reply: AulaReply): Promise<void> {
    const { type, bytes } = await this.settings.logo(id);
    const headers = {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    };
    await reply.headers(headers).send(bytes);
  }

  @Get('settings')
  @May('setting.read', AcademySettingsView)
  read(): Promise<AcademySettingsView> {
    return this.settings.read();
  }

  @Get('settings/color-trial')
  @May('setting.read', ColorTrial)
  tryColor(@Query({ schema: ColorQuery }) { color }: { color: string }): ColorTrial {
    return tried(color);
  }

  @Patch('settings')
  @May('setting.change', AcademySettingsView)
  change(@Signed() actor: Actor, @Body({ schema: AcademySettingsChange }) body: AcademySettingsChange): Promise<AcademySettingsView> {
    return this.settings.change(actor, body);
  }

  @Post('settings/logo')
  @HttpCode(200)
  @May('setting.change', AcademySettingsView)
  async setLogo(@Signed() actor: Actor, @Req() request: AulaRequest): Promise<AcademySettingsView> {
    const { file } = await receive(request, largestLogo, ({ stream }) => buffer(stream));
    return this.settings.setLogo(actor, file);
  }
}
