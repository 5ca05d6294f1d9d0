import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import {
  settingNames,
  type AcademySettings,
  type AcademySettingsChange,
  type AcademySettingsView,
  type Actor,
  type BrandLogoId,
  type ColorTrial,
  type SettingName,
} from '@aula/contracts';
import { Ids, LiveSettings, Problem, SETTINGS, Work, found, inOrder, standardSettings, type Recorder, type Settings } from '@aula/platform';
import { logoOf, type Logo } from './logo.entity.js';
import { leastRatio, nearestReadable, paletteOf, ratioOnWhite } from './palette.entity.js';
import { changedSettings, keepLogo, keepSetting, readLogo } from './setting.queries.js';

@Injectable()
export class SettingService {
  constructor(
    private readonly work: Work,
    private readonly ids: Ids,
    private readonly live: LiveSettings,
    @Inject(SETTINGS) private readonly installed: Settings,
  ) {}

  async read(): Promise<AcademySettingsView> {
    this.live.forget();
    const [settings, changed] = await Promise.all([this.live.now(), this.work.read(changedSettings)]);
    return { settings, standard: standardSettings(this.installed), changed };
  }

  /** Sets what the change names; every process follows within a second. Problems: setting.color-too-light, .demonstration-factors. */
  async change(actor: Actor, change: AcademySettingsChange): Promise<AcademySettingsView> {
    const { color, ...rest } = change;
    if (rest.secondFactor && rest.secondFactor !== 'nobody' && this.installed.demonstration)
      throw new Problem('invalid', 'setting.demonstration-factors', {}, { errors: [{ path: 'secondFactor', message: 'nobody' }] });
    const wanted: Partial<Record<SettingName, unknown>> = { ...rest, ...(color === undefined ? {} : { color: color && shadesOf(color) }) };
    await this.work.run((em, record) => this.keep(em, record, actor, wanted));
    return this.read();
  }

  /** Takes a picture as the academy's. Problem: setting.logo-refused. */
  async setLogo(actor: Actor, sent: Buffer): Promise<AcademySettingsView> {
    const logo: Logo | undefined = logoOf(sent);
    if (!logo) throw new Problem('invalid', 'setting.logo-refused');
    await this.work.run(async (em, record) => {
      const id = this.ids.next<BrandLogoId>();
      await keepLogo(em, id, logo.type, logo.bytes);
      await this.keep(em, record, actor, { logo: { id, type: logo.type } satisfies AcademySettings['logo'] });
    });
    return this.read();
  }

  /** Problem: not-found. */
  async logo(id: BrandLogoId): Promise<{ type: string; bytes: Buffer }> {
    return found(await this.work.read((em) => readLogo(em, id)));
  }

  private async keep(
    em: EntityManager,
    record: Recorder,
    { personId }: Actor,
    wanted: Partial<Record<SettingName, unknown>>,
  ): Promise<void> {
    const names = settingNames.filter((name) => wanted[name] !== undefined);
    await inOrder(names, async (name) => {
      const id = this.ids.next();
      const value = wanted[name] ?? null;
      if (await keepSetting(em, { id, name, value, by: personId }))
        record.audit('setting-change', value === null ? 'reset' : 'changed', [id]);
    });
  }
}

/** What a colour would do. */
export const tried = (color: string): ColorTrial => {
  const ratio = Math.floor(ratioOnWhite(color) * 100) / 100;
  const nearest = nearestReadable(color);
  return { color, ratio, nearest, accepted: ratio >= leastRatio, palette: paletteOf(nearest) };
};

const shadesOf = (color: string): AcademySettings['color'] => {
  const { accepted, ratio, nearest, palette } = tried(color);
  if (accepted) return { value: color, palette };
  throw new Problem(
    'invalid',
    'setting.color-too-light',
    { color, ratio, nearest },
    { errors: [{ path: 'color', message: `contrast ${ratio}` }] },
  );
};
