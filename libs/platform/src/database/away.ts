/** Connection failures, want of resources and shutdowns of PostgreSQL (SQLSTATE classes 08, 53, 57P, 58) and of the socket. */
const away = /^(08|53|57P|58)|^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)$/;
const awayTexts = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** True for an error that says nothing about what was to be written: the database is not there, or cannot write for anybody. */
export const isDatabaseAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  return ('code' in error && away.test(String(error.code))) || awayTexts.test(error.message);
};

/** True where PostgreSQL gave up waiting for a lock or for a statement (SQLSTATE 55P03, 57014), or a store did not answer in time. */
export const tookTooLong = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || ('code' in error && ['55P03', '57014'].includes(String(error.code))));
