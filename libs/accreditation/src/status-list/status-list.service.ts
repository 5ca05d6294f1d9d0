import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { createStatusBitstring, setStatusBit, signJcs, statusListCredential } from '@aula/open-badges';
import { Clock, Ids, LOG, Random, SETTINGS, Work, inOrder, type Logger, type Settings } from '@aula/platform';
import { SigningKeys } from '../signing-key/signing-key.service.js';
import { listEntries, shuffledEntries, validityFrom } from './status-list.entity.js';
import {
  allListIds,
  holdList,
  listById,
  listsByAddress,
  openNextList,
  revokedEntries,
  takeEntries,
  writeList,
  type Allotment,
  type PublishedList,
} from './status-list.queries.js';

/** Publishes the signed lists that say which credentials are revoked. */
@Injectable()
export class StatusLists {
  constructor(
    private readonly work: Work,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  /** Signs a list anew as it stands now, valid for a day. Throws when its key cannot be used. */
  publish(id: string): Promise<void> {
    return this.work.run(async (em) => {
      const list = await holdList(em, id);
      if (!list) return;
      const signer = await this.keys.signer(em, list.did, 'status-list');
      if (!signer) throw new Error(`the status list ${id} cannot be signed: its key is not available`);
      const bits = createStatusBitstring(list.entries);
      for (const entry of await revokedEntries(em, id)) setStatusBit(bits, entry, true);
      const now = this.clock.now();
      const { validFrom, validUntil } = validityFrom(now);
      const unsigned = statusListCredential({ id: list.address, issuer: list.did, purpose: 'revocation', validFrom, validUntil, bits });
      const signed = signJcs(unsigned, signer.key, signer.verificationMethod, now);
      await writeList(em, id, JSON.stringify(signed), { now, validUntil });
    });
  }

  /** Publishes every list. One that cannot be signed does not keep the others waiting; throws at the end if there was any. */
  async publishAll(): Promise<void> {
    const ids = await this.work.read(allListIds);
    const failed = (
      await inOrder(ids, (id) =>
        this.publish(id).then(
          () => [],
          (error: unknown) => [error],
        ),
      )
    ).flat();
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${ids.length} status lists could not be published`);
  }

  /** A list with its document; one that was never published is published now. Undefined when there is no such list. Throws without its key. */
  async current(id: string): Promise<PublishedList | undefined> {
    const list = await this.work.read((em) => listById(em, id));
    if (!list || list.document !== null) return list;
    await this.publish(id);
    return this.work.read((em) => listById(em, id));
  }

  /** The lists at these addresses, those that are ours; one that was never published is published now, if its key can be used. */
  async at(addresses: readonly string[]): Promise<PublishedList[]> {
    if (addresses.length === 0) return [];
    const lists = await this.work.read((em) => listsByAddress(em, addresses));
    const unpublished = lists.filter(({ document }) => document === null);
    if (unpublished.length === 0) return lists;
    // Whoever asks for the state of a credential is told "unknown" without a list, not that something broke.
    await inOrder(unpublished, ({ id }) => this.publish(id).catch((error: unknown) => this.log.error({ err: error }, 'no status list')));
    return this.work.read((em) => listsByAddress(em, addresses));
  }
}

/** Gives out entries of the lists. Apart from publishing, since it needs no key. */
@Injectable()
export class StatusEntries {
  constructor(
    private readonly work: Work,
    private readonly keys: SigningKeys,
    private readonly ids: Ids,
    private readonly random: Random,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * `count` entries that nobody had, 1 to 1,000, all of one list of the academy's present issuer; opens a new list when one is full. They
   * are given out at once, so that no award waits for another: those of an award that is rolled back are nobody's.
   */
  take(count: number): Promise<Allotment> {
    return this.work.apart((em) => this.takeFrom(em, this.keys.issuer(), count));
  }

  private async takeFrom(em: EntityManager, did: string, count: number): Promise<Allotment> {
    const taken = await takeEntries(em, did, count);
    if (taken) return taken;
    const id = this.ids.next();
    const address = `${this.settings.publicUrl}/api/accreditation/status-lists/${id}`;
    const shuffled = shuffledEntries(listEntries, (size) => this.random.bytes(size));
    await openNextList(em, count, { id, did, address, entries: listEntries, shuffled });
    const next = await takeEntries(em, did, count);
    if (!next) throw new Error(`no status list of ${did} has room for ${count} entries`);
    return next;
  }
}
