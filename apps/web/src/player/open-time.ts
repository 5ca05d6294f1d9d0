import type { RuntimeRecord } from '@aula/contracts';

/** How long items have been open, in seconds: what the server knew at the lease, and every visit since by the clock of this device. */
export class OpenTime {
  private readonly known: Map<string, number>;
  private open: { scoId: string; since: number } | null = null;
  /** ms; of the last record. */
  private latest = 0;

  constructor(known: Readonly<Record<string, number>> = {}) {
    this.known = new Map(Object.entries(known));
  }

  take({ kind, element, value, scoId, t }: Pick<RuntimeRecord, 'kind' | 'element' | 'value' | 'scoId' | 't'>): void {
    if (kind === 'nav' && (element === 'open' || element === 'leave' || element === 'suspend')) {
      this.close(element === 'open' ? this.latest : t); // what was never left was cut off after its last record
      if (element === 'open') this.begin(scoId, t, value === 'anew');
    }
    this.latest = t;
  }

  seconds(scoId: string): number {
    return this.standing[scoId] ?? 0;
  }

  get standing(): Record<string, number> {
    const all = new Map(this.known);
    if (this.open) all.set(this.open.scoId, this.spent(this.open, this.latest));
    return Object.fromEntries(all);
  }

  private begin(scoId: string, since: number, anew: boolean): void {
    if (anew) this.known.delete(scoId);
    this.open = { scoId, since };
  }

  private close(at: number): void {
    if (this.open) this.known.set(this.open.scoId, this.spent(this.open, at));
    this.open = null;
  }

  private spent({ scoId, since }: { scoId: string; since: number }, until: number): number {
    return (this.known.get(scoId) ?? 0) + Math.max(0, until - since) / 1_000;
  }
}
