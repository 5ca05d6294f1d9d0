import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes below which compression saves no packet. */
const smallest = 1_000;
const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

const pack = async (file: string): Promise<void> => {
  const bytes = readFileSync(file);
  if (bytes.length < smallest) return;
  const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const [br, gz] = await Promise.all([brotli(bytes, { params: hint }), zip(bytes, { level: 9 })]);
  writeFileSync(`${file}.br`, br);
  writeFileSync(`${file}.gz`, gz);
};

/** Lays the compressed forms beside the files of the whole build: the academy hands them out as they lie there. The player has its own. */
export const compressAll = (dist: string): Plugin => ({
  name: 'aula-compress',
  async closeBundle() {
    const files = globSync('{assets/*,*}.{js,css,html,svg,webmanifest}', { cwd: dist });
    await Promise.all(files.map((file) => pack(path.join(dist, file))));
  },
});
