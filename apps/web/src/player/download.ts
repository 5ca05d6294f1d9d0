import type { RuntimeFiles } from '@aula/contracts';
import { isOurs } from './worker/kept-answer.js';
import { fileKey, manifestName, playerKey } from './worker/kept-files.js';

const lanes = 4;

interface Wanted {
  address: string;
  key: string;
  size: number;
}

/** What of the list is not kept yet. The player's page comes last and always anew: it names the scripts that belong to it. */
export const missing = async (list: RuntimeFiles, cache: Cache): Promise<Wanted[]> => {
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  const files = list.files.map(({ path, size }) => ({
    address: `/c/${path.split('/').map(encodeURIComponent).join('/')}`,
    key: fileKey(path),
    size,
  }));
  const player = list.player.filter((name) => name !== '').map((name) => ({ address: playerKey(name), key: playerKey(name), size: 0 }));
  return [...player, ...files].filter(({ key }) => !there.has(new URL(key, location.origin).pathname));
};

/** Keeps all of the list; `came` hears of every piece, in bytes. What is kept already is not fetched again. Rejects where it stops. */
export const download = async (list: RuntimeFiles, cache: Cache, signal: AbortSignal, came: (bytes: number) => void): Promise<void> => {
  const queue = await missing(list, cache);
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) await keep(next, cache, signal, came);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    queue.length = 0; // one lane that stops, stops all
  }
  await keep({ address: playerKey(''), key: playerKey(''), size: 0 }, cache, signal, came);
  await forgetOldPlayer(list, cache);
};

const keep = async ({ address, key, size }: Wanted, cache: Cache, signal: AbortSignal, came: (bytes: number) => void): Promise<void> => {
  const answer = await fetch(address, { signal, credentials: 'same-origin', cache: key === playerKey('') ? 'no-cache' : 'default' });
  if (!isOurs(answer)) throw new Error(`${address}: ${answer.status}`);
  const counted = size === 0 ? answer.body : answer.body?.pipeThrough(counting(came));
  const headers = new Headers(answer.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name); // of the bytes on the line
  await cache.put(key, new Response(counted ?? null, { headers }));
};

const counting = (came: (bytes: number) => void): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> =>
  new TransformStream({
    transform: (piece, controller) => {
      came(piece.byteLength);
      controller.enqueue(piece);
    },
  });

/** Scripts of a player that is no longer served. */
const forgetOldPlayer = async ({ player }: RuntimeFiles, cache: Cache): Promise<void> => {
  const current = new Set([...player, manifestName].map(playerKey));
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const old = kept.filter((key) => key.startsWith(playerKey('')) && !current.has(key));
  await Promise.all(old.map((key) => cache.delete(key)));
};
