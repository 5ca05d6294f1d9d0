/** Crockford's base 32, lower case: no letter is taken for a digit. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';
/** 80 random bits a code: nobody guesses one, also not from a stolen keyed hash. */
export const codeBytes = 10;
export const codesAtOnce = 10;

/** Sixteen digits in groups of four, for paper. */
export const codeFrom = (random: Buffer): string => {
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => digits[Number.parseInt(five, 2)]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
};

/** As it was given out, whatever was typed of hyphens, blanks, capitals, and letters that look like digits. */
export const plainCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
