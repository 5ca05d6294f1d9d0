import { Injectable } from '@nestjs/common';
import { Clock, Ids, Job, Work } from '@aula/platform';
import { administrators, noteDeadOrders, tellOfDeadOrders } from './dead-order.queries.js';

/** Tells administrators of orders that gave up: once for each kind and day, however many there are. */
@Injectable()
export class DeadOrderJobs {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  @Job('identity.note-dead-orders')
  noteDeadOrders(): Promise<void> {
    return this.work.run(async (em, record) => {
      const orders = await noteDeadOrders(em);
      if (orders.length === 0) return;
      const people = await administrators(em);
      const told = people.flatMap((personId) => orders.map((order) => ({ id: this.ids.next<string>(), personId, order })));
      const urgent = await tellOfDeadOrders(em, this.clock.now(), told);
      if (urgent > 0) record.order('identity.mail-notifications', [null]);
    });
  }
}
