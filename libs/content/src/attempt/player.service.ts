import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { contentType } from '@aula/scorm';
import { LOG, SETTINGS, type Coding, type Logger, type Settings } from '@aula/platform';
import { isCompressible, packed } from '../package/blob.entity.js';

export interface PlayerFile {
  type: string;
  /** Without quotes. */
  etag: string;
  /** Its name changes with its bytes. */
  forEver: boolean;
  bytes: Buffer;
  /** Its compressed forms; null where there is none. */
  forms: Readonly<Record<Coding, Buffer | null>>;
}

const startPage = 'player.html';
const worker = 'sw.js';

/** The player's own page and scripts, read once at boot: the same on every host of the content origin, and nobody's secret. */
@Injectable()
export class PlayerService implements OnModuleInit {
  private files: ReadonlyMap<string, PlayerFile> = new Map();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    const { playerDist } = this.settings;
    if (!playerDist) return;
    try {
      this.files = await readAll(playerDist);
    } catch (error) {
      this.log.warn({ err: error }, 'the player is not built: packages cannot be opened');
    }
  }

  /** A file by what stands behind `/_p/`; '' is the player's page. */
  file(name: string): PlayerFile | undefined {
    return this.files.get(name === '' ? startPage : name);
  }

  /** The one script that may stand between the player's pages and the line: it plays what the learner chose to keep. */
  get worker(): PlayerFile | undefined {
    return this.files.get(worker);
  }

  /** What a device keeps of the player, as {@link file} names it. */
  get names(): string[] {
    return [...this.files.keys()].filter((name) => name !== worker).map((name) => (name === startPage ? '' : name));
  }
}

const readAll = async (folder: string): Promise<Map<string, PlayerFile>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, PlayerFile]> => {
        const name = path.relative(folder, file).split(path.sep).join('/');
        return [name, await fileOf(name, await readFile(file))];
      }),
    ),
  );
};

/** Each attempt has a host of its own, so a browser gets the player anew for each: it goes over the line compressed. */
const fileOf = async (name: string, bytes: Buffer): Promise<PlayerFile> => {
  const { type } = contentType(name);
  const form = async (coding: Coding) => (isCompressible(type, bytes.length) ? await packed(bytes, coding) : undefined) ?? null;
  const [br, gzip] = await Promise.all([form('br'), form('gzip')]);
  return {
    type: type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
    forEver: name.startsWith('assets/'),
    bytes,
    forms: { br, gzip },
  };
};
