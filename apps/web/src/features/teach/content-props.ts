import type { Language, UnitKind } from '@aula/contracts';

/** What every field for a unit's content is given: one language of one unit. */
export interface ContentProps {
  courseId: string;
  kind: UnitKind;
  language: Language;
  /** The language by its own name. */
  label: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}
