import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  NotificationChange,
  NotificationCount,
  NotificationList,
  NotificationQuery,
  NotificationSettingsChange,
  NotificationSettingsView,
  NotificationsChanged,
  Unsubscribed,
  type Actor,
  type NotificationView,
  type Page,
} from '@aula/contracts';
import { May, Signed, type AulaRequest } from '@aula/platform';
import { NotificationChoices } from './choice.service.js';
import { Notifications } from './notification.service.js';

const Token = z.string().max(600);

@Controller('api/identity')
export class NotificationController {
  constructor(
    private readonly notifications: Notifications,
    private readonly choices: NotificationChoices,
  ) {}

  @Get('notifications')
  @May('notification.manage', NotificationList)
  list(
    @Signed() actor: Actor,
    @Req() request: AulaRequest,
    @Query({ schema: NotificationQuery }) query: NotificationQuery,
  ): Promise<Page<NotificationView>> {
    return this.notifications.list({ ...actor, language: request.language }, query);
  }

  @Get('notification-count')
  @May('notification.manage', NotificationCount)
  count(@Signed() actor: Actor): Promise<NotificationCount> {
    return this.notifications.count(actor);
  }

  @Patch('notifications')
  @May('notification.manage', NotificationsChanged)
  change(@Signed() actor: Actor, @Body({ schema: NotificationChange }) body: NotificationChange): Promise<NotificationsChanged> {
    return this.notifications.change(actor, body);
  }

  @Get('me/notification-settings')
  @May('notification.manage', NotificationSettingsView)
  settings(@Signed() actor: Actor, @Req() { language }: AulaRequest): Promise<NotificationSettingsView> {
    return this.choices.read({ ...actor, language });
  }

  @Patch('me/notification-settings')
  @May('notification.manage', NotificationSettingsView)
  choose(
    @Signed() actor: Actor,
    @Req() { language }: AulaRequest,
    @Body({ schema: NotificationSettingsChange }) body: NotificationSettingsChange,
  ): Promise<NotificationSettingsView> {
    return this.choices.choose({ ...actor, language }, body);
  }

  /** One click in a mail program comes here by itself (RFC 8058); the page of the link in the letter does too. */
  @Post('unsubscriptions/:token')
  @HttpCode(200)
  @May('notification.unsubscribe', Unsubscribed)
  unsubscribe(@Param('token', { schema: Token }) token: string, @Req() { language }: AulaRequest): Promise<Unsubscribed> {
    return this.choices.unsubscribe(token, language);
  }
}
