import { Inject, Injectable } from '@nestjs/common';
import { inLanguage, type AcademySettings, type Language } from '@aula/contracts';
import { LOG, LiveSettings, Work, row, type Logger } from '@aula/platform';
import { pictureOf, type LogoPicture } from './logo.service.js';

/** How an academy shows on its certificates; null: as every academy does. */
export interface Branding {
  name: string | null;
  /** Dark enough for text on white: the settings take no other. */
  color: string | null;
  logo: LogoPicture | null;
}

/** The academy's look, with its logo drawn once for all certificates of this process. */
@Injectable()
export class Brandings {
  private drawn: { id: string; picture: Promise<LogoPicture | null> } | undefined;

  constructor(
    private readonly work: Work,
    private readonly live: LiveSettings,
    @Inject(LOG) private readonly log: Logger,
  ) {}

  async now(language: Language): Promise<Branding> {
    const { name, color, logo } = await this.live.now();
    return { name: name && inLanguage(name, language), color: color?.value ?? null, logo: logo && (await this.picture(logo)) };
  }

  /** null for one that cannot be drawn: a certificate without a logo is better than none. */
  private picture({ id, type }: NonNullable<AcademySettings['logo']>): Promise<LogoPicture | null> {
    if (this.drawn?.id === id) return this.drawn.picture;
    const picture = this.read(id).then((bytes) => bytes && this.draw(id, type, bytes));
    this.drawn = { id, picture };
    picture.catch(() => (this.drawn = undefined)); // the database was away: the next certificate tries again
    return picture;
  }

  private async draw(id: string, type: string, bytes: Buffer): Promise<LogoPicture | null> {
    try {
      return await pictureOf(id, type, bytes);
    } catch (error) {
      this.log.warn({ err: error, logo: id }, 'the logo could not be drawn on certificates');
      return null;
    }
  }

  private async read(id: string): Promise<Buffer | null> {
    const found = await this.work.read((em) => row<{ bytes: Buffer }>(em, `select bytes from platform.brand_logo where id = $1`, [id]));
    return found?.bytes ?? null;
  }
}
