import { z } from 'zod';
import { BrandLogoId, PersonId } from './ids.js';
import { Instant } from './page.js';
import { Language, line, words } from './text.js';

const inLanguages = <T extends z.ZodType>(text: T) =>
  z
    .object({ es: text.optional(), pt: text.optional(), en: text.optional(), fr: text.optional() })
    .strict()
    .refine((value) => Object.values(value).some((part) => part !== undefined), { message: 'one language at least' });
/** `#rrggbb`, lower case. */
export const Color = z.string().regex(/^#[\da-f]{6}$/);

/** Whom the academy asks for a second factor: nobody, who holds a role, or everybody. */
export const factorDemands = ['nobody', 'staff', 'everyone'] as const;

/** What an administrator sets without code. `palette` are ten shades that follow from the colour, light to dark. */
export const AcademySettings = z
  .object({
    name: inLanguages(line(1, 60)).nullable(),
    logo: z.object({ id: BrandLogoId, type: z.enum(['image/png', 'image/svg+xml']) }).nullable(),
    color: z.object({ value: Color, palette: z.array(Color).length(10) }).nullable(),
    language: Language,
    support: z
      .object({
        email: z.email().max(320).nullable(),
        phone: line(3, 40).nullable(),
        url: z
          .url({ protocol: /^https$/ })
          .max(300)
          .nullable(),
      })
      .strict(),
    welcome: inLanguages(words(600).trim().min(1)).nullable(),
    secondFactor: z.enum(factorDemands),
    sessions: z.object({ staffHours: z.number().int().min(1).max(24), learnerDays: z.number().int().min(1).max(90) }).strict(),
    reminders: z
      .object({ beforeCloseDays: z.array(z.number().int().min(1).max(60)).max(5), idleDays: z.number().int().min(3).max(90) })
      .strict(),
  })
  .meta({ id: 'AcademySettings' });
export type AcademySettings = z.infer<typeof AcademySettings>;
export type SettingName = keyof AcademySettings;
export const settingNames = Object.keys(AcademySettings.shape) as SettingName[];

const shape = AcademySettings.shape;
/** What is left out stays; null takes a setting back to its default. The logo is uploaded, not written. */
export const AcademySettingsChange = z
  .object({
    name: shape.name.optional(),
    logo: z.null().optional(),
    color: Color.nullish(),
    language: shape.language.nullish(),
    support: shape.support.nullish(),
    welcome: shape.welcome.optional(),
    secondFactor: shape.secondFactor.nullish(),
    sessions: shape.sessions.nullish(),
    reminders: shape.reminders.nullish(),
  })
  .strict()
  .meta({ id: 'AcademySettingsChange' });
export type AcademySettingsChange = z.infer<typeof AcademySettingsChange>;

/** `changed` names what does not stand at its default, with who set it so and when. */
export const AcademySettingsView = z
  .object({
    settings: AcademySettings,
    standard: AcademySettings,
    changed: z.array(
      z.object({
        name: z.enum(settingNames as [SettingName, ...SettingName[]]),
        at: Instant,
        by: z.object({ id: PersonId, name: z.string() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'AcademySettingsState' });
export type AcademySettingsView = z.infer<typeof AcademySettingsView>;

/** What becomes of a colour: its shades, how it stands out on white (WCAG 2.2, 1.4.3), and the nearest colour that is dark enough. */
export const ColorQuery = z.object({ color: Color });
export const ColorTrial = z
  .object({ color: Color, palette: z.array(Color), ratio: z.number(), accepted: z.boolean(), nearest: Color })
  .meta({ id: 'ColorTrial' });
export type ColorTrial = z.infer<typeof ColorTrial>;

/** How the academy looks, for everybody. `revision` grows with each change. */
export const BrandView = z
  .object({
    revision: z.number().int(),
    name: shape.name,
    logo: z.string().nullable(),
    palette: z.array(Color).nullable(),
    language: shape.language,
    support: shape.support,
    welcome: shape.welcome,
  })
  .meta({ id: 'Brand' });
export type BrandView = z.infer<typeof BrandView>;
/** Bytes of a logo. */
export const largestLogo = 200_000;
