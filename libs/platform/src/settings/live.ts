import type pg from 'pg';
import { AcademySettings, inLanguage, settingNames, type BrandView, type Language, type SettingName } from '@aula/contracts';
import type { Settings } from './settings.js';

/** Milliseconds for which a process may go on with what was set before. */
const keptMs = 1_000;

/** What stands where nobody has set anything. The installation says whether roles need a second factor. */
export const standardSettings = ({ secondFactor }: Pick<Settings, 'secondFactor'>): AcademySettings => ({
  name: null,
  logo: null,
  color: null,
  language: 'es',
  support: { email: null, phone: null, url: null },
  welcome: null,
  secondFactor: secondFactor === 'required' ? 'staff' : 'nobody',
  sessions: { staffHours: 12, learnerDays: 30 },
  reminders: { beforeCloseDays: [7, 1], idleDays: 14 },
});

/** The academy's name in a language; ours where it has none of its own. */
export const academyName = (brand: Pick<BrandView, 'name'> | undefined, language: Language): string =>
  brand?.name ? inLanguage(brand.name, language) : 'Aula';

interface Read {
  settings: AcademySettings;
  revision: number;
}

/** What an administrator has set, for every process: read anew within a second of a change, with the defaults for the rest. */
export class LiveSettings {
  private kept: { at: number; read: Promise<Read> } | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly installed: Settings,
  ) {}

  async now(): Promise<AcademySettings> {
    return (await this.latest()).settings;
  }

  /** With a number that grows with each change. */
  latest(): Promise<Read> {
    const at = performance.now();
    if (!this.kept || at - this.kept.at > keptMs) {
      const before = this.kept?.read;
      const read = this.read().catch((error: unknown) => {
        this.kept = undefined;
        if (before) return before; // who is signed in goes on with what was known, while the database does not answer
        throw error;
      });
      this.kept = { at, read };
    }
    return this.kept.read;
  }

  /** How the academy looks, for everybody. */
  async brand(): Promise<BrandView> {
    const { settings, revision } = await this.latest();
    const { name, logo, color, language, support, welcome } = settings;
    const address = logo && `/api/identity/branding/logo/${logo.id}`;
    return { revision, name, logo: address, palette: color?.palette ?? null, language, support, welcome };
  }

  /** The picture that stands for the academy; undefined where nobody has set one. */
  async logo(): Promise<{ type: string; bytes: Buffer } | undefined> {
    const { logo } = await this.now();
    if (!logo) return undefined;
    const text = 'select type, bytes from platform.brand_logo where id = $1';
    return (await this.pool.query<{ type: string; bytes: Buffer }>(text, [logo.id])).rows[0];
  }

  /** The next look is at the database: after a change in this process. */
  forget(): void {
    this.kept = undefined;
  }

  private async read(): Promise<Read> {
    const found = await this.pool.query<{ name: SettingName; value: unknown; revision: number }>({
      name: 'settings',
      text: 'select name, value, revision from platform.setting',
    });
    const standard = standardSettings(this.installed);
    const set = found.rows.flatMap(({ name, value }) => {
      const parsed = value !== null && settingNames.includes(name) ? AcademySettings.shape[name].safeParse(value) : undefined;
      return parsed?.success ? [[name, parsed.data] as const] : []; // a value that this release does not understand is none
    });
    return { settings: { ...standard, ...Object.fromEntries(set) }, revision: Math.max(0, ...found.rows.map((each) => each.revision)) };
  }
}
