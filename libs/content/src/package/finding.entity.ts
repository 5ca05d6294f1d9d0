import { mendingOf, packageFindingText, type FindingView, type Language } from '@aula/contracts';
import { readableSize } from '@aula/platform';
import type { PackageFinding } from './package.entity.js';

/** A finding in the reader's language, with the way to mend it in the tool that made the package. */
export const findingView = (
  { severity, code, path, line, parameters }: PackageFinding,
  language: Language,
  tool: string | null,
): FindingView => ({
  severity,
  code,
  message: packageFindingText(code, language, readable(code, parameters, language)),
  path: path ?? null,
  line: line ?? null,
  mend: mendingOf(code, language, tool),
});

const ofSizes: readonly string[] = ['archive-too-large', 'archive-expands-too-large', 'archive-file-too-large', 'manifest-too-large'];

/** Numbers as a person writes them: sizes with their unit, counts in the manner of the language. */
const readable = (code: string, parameters: PackageFinding['parameters'], language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : ofSizes.includes(code) ? readableSize(value) : value.toLocaleString(language),
    ]),
  );
