import { OpenBadgesError } from './problem.js';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const digitOf = new Map([...alphabet].map((character, digit) => [character, digit]));
/** Work grows with the square of the length; keys and signatures are far below this. */
const longest = 1024;

/** Base 58 with Bitcoin's alphabet, without multibase prefix (draft-msporny-base58-03). Throws `OpenBadgesError` `bad-length` over 1,024 bytes. */
export function encodeBase58btc(bytes: Uint8Array): string {
  if (bytes.length > longest) throw new OpenBadgesError('bad-length', 'bytes');
  // Two bytes are taken at a time and five digits given, the most that a product in a double has room for.
  const words: number[] = [];
  for (let end = bytes.length; end > 0; end -= 2) words.unshift((bytes[end - 2] ?? 0) * 256 + (bytes[end - 1] ?? 0));
  const digits = spread(convert(words, 65_536, 58 ** 5), 58, 5);
  let text = alphabet.charAt(0).repeat(leadingZeros(bytes));
  for (let place = leadingZeros(digits); place < digits.length; place += 1) text += alphabet.charAt(digits[place] ?? 0);
  return text;
}

/** The bytes of a base58btc text without multibase prefix. Throws `OpenBadgesError` `bad-encoding`, or `bad-length` over 1,024 characters. */
export function decodeBase58btc(text: string): Uint8Array {
  if (text.length > longest) throw new OpenBadgesError('bad-length', 'text');
  const digits = [...text].map((character) => {
    const digit = digitOf.get(character);
    if (digit === undefined) throw new OpenBadgesError('bad-encoding', 'text');
    return digit;
  });
  const bytes = spread(convert(digits, 58, 2 ** 32), 256, 4);
  return Uint8Array.from([...new Array<number>(leadingZeros(digits)).fill(0), ...bytes.slice(leadingZeros(bytes))]);
}

function leadingZeros(digits: ArrayLike<number>): number {
  let count = 0;
  while (count < digits.length && digits[count] === 0) count += 1;
  return count;
}

/** Digits of a number in another base, least significant first. */
function convert(digits: readonly number[], from: number, to: number): number[] {
  const limbs: number[] = [];
  for (const digit of digits) {
    let carry = digit;
    for (let at = 0; at < limbs.length; at += 1) {
      carry += (limbs[at] ?? 0) * from;
      const above = Math.floor(carry / to);
      limbs[at] = carry - above * to;
      carry = above;
    }
    if (carry > 0) limbs.push(carry);
  }
  return limbs;
}

/** Each limb as `count` digits; the whole most significant first. */
function spread(limbs: readonly number[], base: number, count: number): number[] {
  const digits = new Array<number>(limbs.length * count).fill(0);
  let place = digits.length;
  for (const limb of limbs) {
    for (let rest = limb, end = place - count; place > end; rest = Math.floor(rest / base)) digits[(place -= 1)] = rest % base;
  }
  return digits;
}
