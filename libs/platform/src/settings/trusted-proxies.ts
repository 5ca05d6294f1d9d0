import { isIP } from 'node:net';
import { z } from 'zod';

/**
 * Whose `X-Forwarded-For` counts: `0` nobody's, `2` that of the two proxies nearest to the process, `10.0.0.0/8,192.0.2.7` that of these.
 * What a client wrote there itself lies beyond them and is never believed. A count serves where nobody reaches the process but through them.
 */
export const TrustedProxies = z.string().transform((text, context): false | number | string[] => {
  if (/^\d$/.test(text)) return Number(text) || false;
  const ranges = text.split(',').map((range) => range.trim());
  const wrong = ranges.filter((range) => !isRange(range));
  if (wrong.length === 0) return ranges;
  context.addIssue({ code: 'custom', message: `names how many proxies stand in front, or their addresses; not ${wrong.join(', ')}` });
  return z.NEVER;
});
export type TrustedProxies = z.output<typeof TrustedProxies>;

/** An address, or a network in CIDR notation (RFC 4632, RFC 4291 section 2.3). */
const isRange = (range: string): boolean => {
  const [address = '', prefix, ...rest] = range.split('/');
  const bits = { 4: 32, 6: 128 }[isIP(address)];
  return bits !== undefined && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits));
};
