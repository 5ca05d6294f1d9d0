import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { contentType } from '@aula/scorm';
import { LOG, SETTINGS, type Logger, type Settings } from '@aula/platform';

export interface PlayerFile {
  type: string;
  etag: string;
  /** Its name changes with its bytes. */
  forEver: boolean;
  bytes: Buffer;
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
        const bytes = await readFile(file);
        const name = path.relative(folder, file).split(path.sep).join('/');
        const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
        const { type } = contentType(name);
        return [
          name,
          { type: type.startsWith('text/') ? `${type}; charset=utf-8` : type, etag, forEver: name.startsWith('assets/'), bytes },
        ];
      }),
    ),
  );
};
