/**
 * Preloaded into the programs that `scripts/start` runs: when the launcher is gone, even by `kill -9`, its programs end too,
 * in their own orderly way, instead of holding the port against the next start. One that cannot finish, because database and
 * queue are gone with the launcher, is ended all the same.
 */
const patience = 15_000;

process.on('disconnect', () => {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patience).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();

process.umask(0o077); // what people upload is nobody else's on this machine
