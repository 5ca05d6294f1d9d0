/** 128 random bits in hex. Not `randomUUID`: browsers offer that one on HTTPS only, and an academy may run on plain HTTP in a closed network. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
