/**
 * Preloaded into the programs that `scripts/start` runs: when the launcher is gone, even by `kill -9`, its programs end too,
 * in their own orderly way, instead of holding the port and the database against the next start.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

process.umask(0o077); // what people upload is nobody else's on this machine
