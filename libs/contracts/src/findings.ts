import { archiveFindings } from './findings/archive.js';
import { contentFindings } from './findings/content.js';
import { manifestFindings } from './findings/manifest.js';
import { structureFindings } from './findings/structure.js';
import { fillText, type ProblemParameters } from './problems.js';
import type { Language } from './text.js';

/** Everything that may be found about a package, by code, in the four languages: those of libs/scorm and of the unpacker. */
export const packageFindings = { ...archiveFindings, ...manifestFindings, ...structureFindings, ...contentFindings } as const;
export type PackageFindingCode = keyof typeof packageFindings;

/** The sentence of a finding; sizes among the parameters are given as readable text. */
export const packageFindingText = (code: PackageFindingCode, language: Language, parameters?: ProblemParameters): string =>
  fillText(packageFindings[code], language, parameters);
