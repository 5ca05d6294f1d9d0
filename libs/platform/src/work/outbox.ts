import { events, type House } from '@aula/contracts';
import { appendAudit } from '../audit/append.js';
import { rows, type Statements } from '../database/rows.js';
import { inOrder } from '../in-order.js';
import type { Ids } from '../ids.js';
import type { Recorder } from './recorder.js';
import { currentContext } from './request-context.js';

/** Most items of one fact row (DESIGN, law 4). */
const itemsPerEvent = 1_000;

/** Writes what the verb recorded: facts with a delivery per hearing house, orders, the audit entry. */
export const writeRecorded = async (on: Statements, house: House, ids: Ids, { recorded }: Recorder): Promise<void> => {
  await inOrder(recorded.facts, ({ name, items }) =>
    inOrder(slices(items, itemsPerEvent), (slice) =>
      writeFact(on, house, { id: ids.next(), name, items: slice, heardBy: events[name].heardBy }),
    ),
  );
  await inOrder(recorded.orders, ({ kind, subjects, afterSeconds }) =>
    rows(
      on,
      `insert into platform.job (id, kind, subject, run_after)
       select id, $1, subject, clock_timestamp() + make_interval(secs => $2) from unnest($3::uuid[], $4::text[]) as o(id, subject)`,
      [kind, afterSeconds, subjects.map(() => ids.next()), subjects],
    ),
  );
  await appendAudit(on, recorded.audits, currentContext());
};

const writeFact = async (
  on: Statements,
  house: House,
  fact: { id: string; name: string; items: unknown[]; heardBy: readonly House[] },
): Promise<void> => {
  await rows(on, `insert into platform.event (id, house, name, items) values ($1, $2, $3, $4)`, [
    fact.id,
    house,
    fact.name,
    JSON.stringify(fact.items),
  ]);
  if (fact.heardBy.length > 0)
    await rows(on, `insert into platform.delivery (event_id, consumer) select $1, unnest($2::text[])`, [fact.id, [...fact.heardBy]]);
};

const slices = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
