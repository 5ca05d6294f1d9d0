import type { EntityManager } from '@mikro-orm/postgresql';
import type { PackageId, ScormStandard } from '@aula/contracts';
import { row, rows } from '@aula/platform';
import { storableJson, type PackageFinding, type Turn } from './package.entity.js';

/** How long a start holds without a sign of life; it gives one every two seconds. Shorter than the lease of its order. */
const holdSeconds = 40;
const held = `clock_timestamp() + make_interval(secs => ${holdSeconds})`;

/** Begins the unpacking of a package that holds its bytes; undefined when it has ended or another start of it is at work. */
export const beginTurn = (em: EntityManager, id: string): Promise<Turn | undefined> =>
  row(
    em,
    `update content.package
     set state = 'unpacking', begun = begun + 1, busy_until = ${held}, touched_at = clock_timestamp()
     where id = $1 and shares is null and state in ('queued', 'unpacking') and (busy_until is null or busy_until < clock_timestamp())
     returning id, sha256, prefix, zip_key, file_name, findings, begun, failed`,
    [id],
  );

/** A sign of life with the share that is done, also for those that wait for the same bytes. Throws when a later start has taken over. */
export const touch = async (em: EntityManager, { id, begun }: Turn, progress: number): Promise<void> => {
  const own = await row(
    em,
    `update content.package set progress = $3, busy_until = ${held}, touched_at = clock_timestamp()
     where id = $1 and begun = $2 and state = 'unpacking' returning id`,
    [id, begun, progress],
  );
  if (!own) throw new Error('another start of this unpacking has taken over');
  await rows(em, `update content.package set state = 'unpacking', progress = $2 where shares = $1 and state in ('queued', 'unpacking')`, [
    id,
    progress,
  ]);
};

/** This start ended in an error; the next may begin at once. */
export const noteFailure = (em: EntityManager, { id, begun }: Turn): Promise<object[]> =>
  rows(
    em,
    `update content.package set failed = failed + 1, busy_until = null, touched_at = clock_timestamp()
     where id = $1 and begun = $2 and state = 'unpacking'`,
    [id, begun],
  );

/** Writes down why the package will be refused, before its files go: whoever takes over then goes on removing. */
export const noteVerdict = async (em: EntityManager, turn: Turn, findings: readonly PackageFinding[]): Promise<void> => {
  await touch(em, turn, 0);
  await rows(em, `update content.package set findings = $2 where id = $1`, [turn.id, storableJson(findings)]);
};

const endedTurn = `busy_until = null, touched_at = clock_timestamp()`;

/** Refuses the package and those that wait for the same bytes. */
export const refusePackage = async (em: EntityManager, { id, begun }: Turn, findings: readonly PackageFinding[]): Promise<void> => {
  const refused = `state = 'refused', findings = $2, files = 0, progress = 0, zip_key = null, ${endedTurn}`;
  const parameters = [id, storableJson(findings)];
  const own = await row(em, `update content.package set ${refused} where id = $1 and begun = $3 and state = 'unpacking' returning id`, [
    ...parameters,
    begun,
  ]);
  if (own) await rows(em, `update content.package set ${refused} where shares = $1 and state in ('queued', 'unpacking')`, parameters);
};

/** What is kept of a package that can be played; `manifest` and `items` as JSON text. */
export interface Outcome {
  standard: ScormStandard;
  title: string;
  manifest: string;
  items: string;
  parserVersion: number;
  findings: string;
  report: string;
  files: number;
}

/** Makes the package ready, and those that wait for the same bytes. Returns their ids; [] when a later start has taken over. */
export const readyPackages = async (em: EntityManager, { id, begun }: Turn, it: Outcome): Promise<{ packageId: PackageId }[]> => {
  const own = await rows<{ packageId: PackageId }>(
    em,
    `update content.package
     set state = 'ready', standard = $3, title = $4, manifest = $5, items = $6, parser_version = $7, findings = $8, files = $9, report = $10,
       progress = 1, ${endedTurn}
     where id = $1 and begun = $2 and state = 'unpacking' returning id as "packageId"`,
    [id, begun, it.standard, it.title, it.manifest, it.items, it.parserVersion, it.findings, it.files, it.report],
  );
  if (own.length === 0) return [];
  const sharing = await rows<{ packageId: PackageId }>(
    em,
    `update content.package s
     set (state, standard, title, manifest, items, parser_version, findings, report, files, progress) =
       (h.state, h.standard, h.title, h.manifest, h.items, h.parser_version, h.findings, h.report, h.files, h.progress)
     from content.package h where h.id = $1 and s.shares = h.id and s.state in ('queued', 'unpacking') returning s.id as "packageId"`,
    [id],
  );
  return [...own, ...sharing];
};

/** Holders that should long have given a sign of life; each is named once in a quarter of an hour. */
export const stalled = (em: EntityManager): Promise<{ id: string }[]> =>
  rows(
    em,
    `update content.package set touched_at = clock_timestamp()
     where shares is null and state in ('queued', 'unpacking') and touched_at < clock_timestamp() - interval '15 minutes' returning id`,
  );
