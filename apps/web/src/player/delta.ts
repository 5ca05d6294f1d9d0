import type { Draft } from './journal.js';

const worthwhile = 256;

type Change = { value: string; cut: [number, number] };

/**
 * The part of `next` that differs from `previous`: `next` = the first `cut[0]` units of `previous`, `value`, the last `cut[1]` units.
 * Null when little would be saved. Never splits a surrogate pair, so that `value` is always well-formed text.
 */
export const difference = (previous: string, next: string): Change | null => {
  const shorter = Math.min(previous.length, next.length);
  let head = 0;
  while (head < shorter && previous.charCodeAt(head) === next.charCodeAt(head)) head++;
  if (head > 0 && isHigh(next.charCodeAt(head - 1))) head--;
  let foot = 0;
  while (foot < shorter - head && previous.charCodeAt(previous.length - 1 - foot) === next.charCodeAt(next.length - 1 - foot)) foot++;
  if (foot > 0 && isLow(next.charCodeAt(next.length - foot))) foot--;
  return head + foot < worthwhile ? null : { value: next.slice(head, next.length - foot), cut: [head, foot] };
};

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** Shortens the suspend data of one lease: each accepted value becomes what changed since the one before it. */
export class Shortener {
  private readonly last = new Map<string, string>();

  /** The value before will not arrive: the next one is sent whole. */
  forget(scoId: string): void {
    this.last.delete(scoId);
  }

  shorten(draft: Draft): Draft {
    const { kind, element, value, result, scoId } = draft;
    if (kind === 'nav' && element === 'open') this.last.delete(scoId); // a new attempt begins with nothing to differ from
    if (kind !== 'set' || element !== 'cmi.suspend_data' || value === undefined || result !== 'true') return draft;
    const previous = this.last.get(scoId);
    this.last.set(scoId, value);
    const change = previous === undefined ? null : difference(previous, value);
    return change ? { ...draft, ...change } : draft;
  }
}
