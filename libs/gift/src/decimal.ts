/** A decimal number, `digits` × 10^−`places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** An accepted range of a numeric answer, both ends included. */
export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** Beyond this a JavaScript number has no use for the digits, and exact sums would cost. */
const limit = 300;

/**
 * `value`, `value:tolerance` or `minimum..maximum` (GIFT format, "Numerical question"). The ends are computed in decimal, because
 * 3.1415 + 0.0005 is not 3.142 in binary and a boundary answer would then be marked wrong.
 */
export function readRange(text: string): Range | 'not-a-number' | 'range-reversed' {
  const [low, high] = /\.\./.test(text) ? text.split('..', 2).map(decimal) : around(text);
  if (!low || !high) return 'not-a-number';
  const [minimum, maximum] = [toNumber(low), toNumber(high)];
  return minimum > maximum ? 'range-reversed' : { minimum, maximum };
}

function around(text: string): readonly [Decimal | null, Decimal | null] {
  const [first = '', second = '0', ...more] = text.split(':');
  const [value, tolerance] = [decimal(first), decimal(second)];
  if (!value || !tolerance || more.length > 0) return [null, null];
  const minus = { digits: -tolerance.digits, places: tolerance.places };
  return [add(value, minus), add(value, tolerance)];
}

function decimal(text: string): Decimal | null {
  const parts = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const places = fraction.length - Number(exponent);
  if (whole.length + fraction.length === 0 || whole.length + fraction.length > limit || Math.abs(places) > limit) return null;
  return { digits: BigInt(whole + fraction) * (sign === '-' ? -1n : 1n), places };
}

function add(left: Decimal, right: Decimal): Decimal {
  const places = Math.max(left.places, right.places, 0);
  const scaled = ({ digits, places: own }: Decimal): bigint => digits * 10n ** BigInt(places - own);
  return { digits: scaled(left) + scaled(right), places };
}

/** The number nearest to the decimal; never −0. */
const toNumber = ({ digits, places }: Decimal): number => Number(`${String(digits)}e${String(-places)}`);
