/** Jest's globalTeardown, in the process of the setup: stops the servers that the setup started and removes their files. */
export default async function teardown(): Promise<void> {
  const { stopTestServers } = globalThis as { stopTestServers?: () => Promise<void> };
  await stopTestServers?.();
}
