import { languages, type Language, type TextPart } from '@aula/contracts';

/** When each text was last written, by part and language: RFC 3339 in UTC. A text without an entry is older than all that have one. */
export type TextStamps = Partial<Record<TextPart, Partial<Record<Language, string>>>>;
type Texts = Partial<Record<Language, string | undefined>>;

/** `stamps` after texts became others at `at`: per part what it was and what it is now. */
export const stamped = (stamps: TextStamps, at: Date, parts: Partial<Record<TextPart, [Texts, Texts]>>): TextStamps => {
  const next: TextStamps = { ...stamps };
  for (const [part, [before, after]] of Object.entries(parts) as [TextPart, [Texts, Texts]][]) {
    const changed = languages.filter((language) => before[language] !== after[language]);
    if (changed.length === 0) continue;
    const moments = changed.map((language) => [language, after[language] === undefined ? undefined : at.toISOString()]);
    next[part] = { ...stamps[part], ...(Object.fromEntries(moments) as Partial<Record<Language, string>>) };
  }
  return next;
};

/** True when the text in `language` was written before that of the source. */
export const isOutdated = (stamps: Partial<Record<Language, string>> = {}, language: Language, source: Language): boolean =>
  (stamps[source] ?? '') > (stamps[language] ?? '');
