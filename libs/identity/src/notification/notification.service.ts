import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type {
  Actor,
  NotificationChange,
  NotificationKind,
  NotificationQuery,
  NotificationView,
  NotificationsChanged,
  Page,
} from '@aula/contracts';
import { notificationOf } from '@aula/contracts';
import { Clock, Ids, Work, pageOfRows, type Recorder } from '@aula/platform';
import type { NotificationParameters, NotificationRow, Reader } from './notification.entity.js';
import { changeNotifications, countUnread, listNotifications, zoneOf } from './notification.queries.js';
import { tellPerson } from './telling.queries.js';
import { worded } from './wording.entity.js';

@Injectable()
export class Notifications {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Tells one person of what this house did, in the caller's transaction. */
  async tell(
    em: EntityManager,
    record: Recorder,
    told: { personId: string; kind: NotificationKind; parameters: NotificationParameters; link: string },
  ): Promise<void> {
    const urgent = await tellPerson(em, this.clock.now(), { id: this.ids.next(), ...told });
    if (urgent > 0) record.order('identity.mail-notifications', [null]);
  }

  /** The person's own, newest first. */
  list({ personId, language }: Actor, query: NotificationQuery): Promise<Page<NotificationView>> {
    return this.work.read(async (em) => {
      const reader = { language, zone: await zoneOf(em, personId) };
      const found = await listNotifications(em, personId, query);
      return pageOfRows(
        found,
        query.limit,
        (each) => toView(each, reader),
        (each) => [each.id],
      );
    });
  }

  async count({ personId }: Actor): Promise<{ unread: number }> {
    return { unread: await this.work.read((em) => countUnread(em, personId)) };
  }

  async change({ personId }: Actor, wish: NotificationChange): Promise<NotificationsChanged> {
    return { ids: await this.work.run((em) => changeNotifications(em, personId, wish, this.clock.now())) };
  }
}

const toView = (row: NotificationRow, reader: Reader): NotificationView => ({
  id: row.id,
  kind: row.kind,
  group: notificationOf(row.kind).group,
  ...worded(row, reader),
  link: row.link,
  createdAt: row.createdAt,
  readAt: row.readAt,
});
