import type { EntityManager } from '@mikro-orm/postgresql';
import { row, rows } from '@aula/platform';
import { entriesIn } from './status-list.entity.js';

/** Entries of one list that were given out. */
export interface Allotment {
  readonly listId: string;
  readonly address: string;
  readonly did: string;
  /** Was the list ever published? */
  readonly published: boolean;
  readonly entries: readonly number[];
}

/**
 * Gives out `count` entries of the issuer's open list that nobody had, in random order; undefined when the list is full or missing.
 * Concurrent takers wait for each other.
 */
export const takeEntries = async (em: EntityManager, did: string, count: number): Promise<Allotment | undefined> => {
  const taken = await row<{ id: string; address: string; published: boolean; piece: Buffer }>(
    em,
    `update accreditation.status_list set taken = taken + $2 where did = $1 and open and taken + $2 <= entries
     returning id, address, document is not null as published, substring(shuffled from (taken - $2) * 4 + 1 for $2 * 4) as piece`,
    [did, count],
  );
  return taken && { listId: taken.id, address: taken.address, did, published: taken.published, entries: entriesIn(taken.piece) };
};

export interface NewList {
  id: string;
  did: string;
  address: string;
  entries: number;
  shuffled: Buffer;
}

/** Closes the issuer's list if it has no room for `count`, and opens another unless one is open; of two that try, one does. */
export const openNextList = async (em: EntityManager, count: number, list: NewList): Promise<void> => {
  await rows(em, `update accreditation.status_list set open = false where did = $1 and open and taken + $2 > entries`, [list.did, count]);
  await rows(
    em,
    `insert into accreditation.status_list (id, did, address, entries, shuffled) values ($1, $2, $3, $4, $5)
     on conflict (did) where open do nothing`,
    [list.id, list.did, list.address, list.entries, list.shuffled],
  );
};

export const allListIds = async (em: EntityManager): Promise<string[]> =>
  (await rows<{ id: string }>(em, `select id from accreditation.status_list order by id`)).map(({ id }) => id);

export interface ListToPublish {
  id: string;
  did: string;
  address: string;
  entries: number;
}

/** A list, held until the transaction ends: of two publications the later one has read all that the earlier one had. */
export const holdList = (em: EntityManager, id: string): Promise<ListToPublish | undefined> =>
  row(em, `select id, did, address, entries from accreditation.status_list where id = $1 for no key update`, [id]);

/** The entries of a list whose credentials are revoked. */
export const revokedEntries = async (em: EntityManager, listId: string): Promise<number[]> =>
  (
    await rows<{ status_index: number }>(
      em,
      `select status_index from accreditation.credential where status_list_id = $1 and revoked_at is not null`,
      [listId],
    )
  ).map((each) => each.status_index);

export const writeList = (em: EntityManager, id: string, document: string, at: { now: Date; validUntil: Date }): Promise<object[]> =>
  rows(em, `update accreditation.status_list set document = $2, published_at = $3, valid_until = $4 where id = $1`, [
    id,
    document,
    at.now,
    at.validUntil,
  ]);

export interface PublishedList {
  id: string;
  did: string;
  address: string;
  /** Null until its first publication. */
  document: string | null;
}

export const listById = (em: EntityManager, id: string): Promise<PublishedList | undefined> =>
  row(em, `select id, did, address, document from accreditation.status_list where id = $1`, [id]);

export const listsByAddress = (em: EntityManager, addresses: readonly string[]): Promise<PublishedList[]> =>
  rows(em, `select id, did, address, document from accreditation.status_list where address = any($1::text[])`, [addresses]);
