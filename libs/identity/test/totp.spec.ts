import { expect, it } from '@jest/globals';
import { codeFrom, plainCode } from '../src/second-factor/recovery-code.entity.js';
import { enrolmentOf, stepOf } from '../src/second-factor/totp.entity.js';

/** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
const key = Buffer.from('12345678901234567890');
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

it.each(vectors)('takes the code of RFC 6238 at %d seconds, and one step around it', (seconds, code) => {
  const step = Math.floor(seconds / 30);
  const at = (drift: number) => stepOf(key, code, new Date((seconds + drift) * 1_000));
  expect([at(0), at(-30), at(30)]).toEqual([step, step, step]);
  expect([at(-90), at(90)]).toEqual([undefined, undefined]);
  expect(stepOf(key, `${code.slice(0, 3)} ${code.slice(3)}`, new Date(seconds * 1_000))).toBe(step);
});

it.each(['', '28708', '2870821', 'abcdef', '28708２', '-87082', '0x1234'])('takes no code “%s”', (code) => {
  expect(stepOf(key, code, new Date(59_000))).toBeUndefined();
});

it('writes the address that authenticator apps read', () => {
  const { secret, uri } = enrolmentOf(key, { account: 'ana núñez@force.example', issuer: 'Aula' });
  expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  const { protocol, pathname, searchParams } = new URL(uri);
  expect([protocol, decodeURIComponent(pathname)]).toEqual(['otpauth:', expect.stringContaining('Aula:ana núñez@force.example')]);
  expect(Object.fromEntries(searchParams)).toMatchObject({ secret, issuer: 'Aula', algorithm: 'SHA1', digits: '6', period: '30' });
});

it('writes recovery codes for paper and reads them as people type them', () => {
  const code = codeFrom(Buffer.from('00443214c74254b635cf', 'hex'));
  expect(code).toBe('0123-4567-89ab-cdef');
  expect(plainCode(' O1L3 4567-89AB_cdef ')).toBe('0113456789abcdef');
  expect(plainCode(code)).toBe('0123456789abcdef');
});
