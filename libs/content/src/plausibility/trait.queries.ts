import type { EntityManager } from '@mikro-orm/postgresql';
import { change } from '@aula/platform';
import { deviceMs, leaseSpans } from '../attempt/lease-span.queries.js';

/** Enters the traits of those attempts that are completed. The print holds the second of each record. */
export const enterTraits = (em: EntityManager, attemptIds: readonly string[]): Promise<number> =>
  change(
    em,
    `with done as (
       select a.id, a.package_id, a.person_id, e.edition_id from content.attempt a join enrollment.pub_enrollment e on e.id = a.enrollment_id
       where a.id = any($1::uuid[]) and a.completion = 'completed'),
     leases as (${leaseSpans('done')}),
     prints as (
       select d.id, md5(string_agg(concat_ws('|', r.kind, r.sco_id, r.element, r.value, round((${deviceMs('r')} - l.began) / 1000)), '~'
         order by r.epoch, r.seq))::uuid as print
       from done d join content.record r on r.attempt_id = d.id join leases l on l.id = d.id and l.epoch = r.epoch
       where r.kind <> 'snap' group by d.id),
     sums as (select id, sum(records) as records, sum(seconds) as seconds from leases group by id)
     insert into content.attempt_trait (attempt_id, edition_id, package_id, person_id, seconds, answers, records, print)
     select d.id, d.edition_id, d.package_id, d.person_id, s.seconds,
       (select count(*) from content.interaction i where i.attempt_id = d.id), s.records, p.print
     from done d join sums s using (id) join prints p using (id)
     on conflict (attempt_id) do update set (seconds, answers, records, print, package_id) =
       row(excluded.seconds, excluded.answers, excluded.records, excluded.print, excluded.package_id)`,
    [attemptIds],
  );
