import type { EventName, House } from '@aula/contracts';
import { repeat } from '../in-order.js';
import { row, rows } from '../database/rows.js';
import type { Logger } from '../log.js';
import type { Handlers } from './handlers.js';
import { withContext } from './request-context.js';
import type { Work } from './work.js';

/** After so many failures a delivery is a dead letter. */
export const mostDeliveryAttempts = 10;
interface Delivery {
  event_id: string;
  name: EventName;
  items: unknown[];
}

/** Takes the facts that a house hears. The effect and the mark "done" commit together, so the effect happens exactly once. */
export class Deliveries {
  private stopping = false;

  constructor(
    private readonly house: House,
    private readonly work: Work,
    private readonly handlers: Handlers,
    private readonly log: Logger,
  ) {}

  /** No further delivery is taken; what is in hand is finished. */
  stop(): void {
    this.stopping = true;
  }

  /** Delivers until none is due or it is stopped, up to `slots` at a time. Returns how many were taken, failed ones among them. */
  async drain(slots = 1): Promise<number> {
    if (!(await this.next())) return 0;
    const taken = await Promise.all(Array.from({ length: slots }, () => this.untilNone()));
    return taken.reduce((sum, each) => sum + each, 1);
  }

  private async untilNone(): Promise<number> {
    let taken = 0;
    await repeat(async () => {
      if (!(await this.next())) return false;
      taken++;
      return true;
    });
    return taken;
  }

  private async next(): Promise<boolean> {
    if (this.stopping) return false;
    const delivery = await this.claim();
    if (delivery) await this.deliver(delivery);
    return delivery !== undefined;
  }

  /**
   * Counts the attempt before the work: a delivery that kills its process never reaches a catch block. One whose attempts are used up is
   * left to the sweeper, which makes a dead letter of it.
   */
  private claim(): Promise<Delivery | undefined> {
    return this.work.run(async (em) =>
      row<Delivery>(
        em,
        `with next as (
           select event_id from platform.delivery
           where consumer = $1 and state = 'pending' and run_after <= clock_timestamp() and attempts < $2
           order by event_id limit 1 for update skip locked)
         update platform.delivery d
         set attempts = d.attempts + 1, run_after = clock_timestamp() + interval '60 seconds'
         from next, platform.event e
         where d.event_id = next.event_id and d.consumer = $1 and e.id = d.event_id
         returning d.event_id, e.name, e.items`,
        [this.house, mostDeliveryAttempts],
      ),
    );
  }

  private async deliver({ event_id: eventId, name, items }: Delivery): Promise<void> {
    const hear = this.handlers.hears.get(name);
    try {
      if (!hear) throw new Error(`${this.house} has no hearer for ${name}`);
      await withContext({ requestId: `event:${eventId}` }, () =>
        this.work.run(async (em, record) => {
          const mine = await row(
            em,
            `select 1 from platform.delivery where event_id = $1 and consumer = $2 and state = 'pending' for update skip locked`,
            [eventId, this.house],
          );
          if (!mine) return;
          await hear(items as never[], em, record);
          await rows(
            em,
            `update platform.delivery set state = 'done', done_at = clock_timestamp(), last_error = null where event_id = $1 and consumer = $2`,
            [eventId, this.house],
          );
        }),
      );
    } catch (error) {
      await this.fail(eventId, name, error);
    }
  }

  private async fail(eventId: string, name: string, error: unknown): Promise<void> {
    this.log.error({ err: error, eventId, event: name, house: this.house }, 'a delivery failed');
    await this.work.run((em) =>
      rows(
        em,
        `update platform.delivery
         set last_error = $3,
             state = case when attempts >= $4 then 'dead' else state end,
             run_after = clock_timestamp() + make_interval(secs => least(300, power(2, attempts)))
         where event_id = $1 and consumer = $2 and state = 'pending'`,
        [eventId, this.house, describe(error), mostDeliveryAttempts],
      ),
    );
  }
}

/** An error in one line for administrators: its name and message, without the stack. */
export const describe = (error: unknown): string =>
  (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2_000);
