import { Secret, TOTP } from 'otpauth';

/** 160 bits, as RFC 4226 (section 4, R6) recommends. */
export const keyBytes = 20;

/** What every authenticator app understands: SHA-1, six digits, 30 seconds (RFC 6238; others ignore what the address says). */
const totpOf = (key: Buffer, { account, issuer }: { account: string; issuer: string }): TOTP =>
  new TOTP({
    issuer,
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    secret: new Secret({ buffer: new Uint8Array(key).buffer }),
  });

/** The key in base 32, for typing, and the address that a QR code carries. */
export const enrolmentOf = (key: Buffer, named: { account: string; issuer: string }): { secret: string; uri: string } => {
  const totp = totpOf(key, named);
  return { secret: totp.secret.base32, uri: totp.toString() };
};

/** The time step of a code, at most one step away from `at`; undefined for a wrong code. Blanks between digits do not matter. */
export const stepOf = (key: Buffer, code: string, at: Date): number | undefined => {
  const totp = totpOf(key, { account: '', issuer: '' });
  const timestamp = at.getTime();
  const token = code.replaceAll(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined; // the library compares bytes, and other digits of Unicode have more of them
  const delta = totp.validate({ token, timestamp, window: 1 });
  return delta === null ? undefined : totp.counter({ timestamp }) + delta;
};
