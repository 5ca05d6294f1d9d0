import { finding, type Finding } from '../finding.js';

/** Where the reader stood: lines from 1, columns from 1; `closed` is the element that was closed last. */
export type Reading = { line: number; column: number; closed: string | undefined };

/** What the parser says, by the reasons that people meet; whatever else it says is `manifest-malformed`. */
const reasons = [
  { says: /^unclosed tag|^unexpected close tag/, code: 'manifest-tag-unclosed' },
  { says: /^unmatched closing tag/, code: 'manifest-tag-unopened' },
  { says: /^duplicate attribute/, code: 'manifest-attribute-twice' },
  { says: /attribute|value must be quoted/, code: 'manifest-attribute-broken' },
  { says: /entity/, code: 'manifest-entity-unknown' },
  { says: /^disallowed character\.?$/, code: 'manifest-character-refused' },
  { says: /outside of root|only one root/, code: 'manifest-text-outside' },
] as const;

/** The finding for XML that is not well-formed (XML 1.0, 2.1). `message` is the parser's, which puts `line:column: ` before it. */
export function malformed(message: string, { line, column, closed }: Reading): Finding {
  const said = message.replace(/^\d+:\d+: /, '');
  const code = reasons.find(({ says }) => says.test(said))?.code ?? 'manifest-malformed';
  const place = { line, column };
  if (code !== 'manifest-tag-unclosed') return finding(code, place, { line });
  const tag = /^unclosed tag: (.+?)\.?$/.exec(said)?.[1] ?? closed ?? '';
  return finding(code, { ...place, tag }, { line });
}

/** Whether a finding is of that kind. */
export const isMalformed = ({ code }: Finding): boolean => code === 'manifest-malformed' || reasons.some((reason) => reason.code === code);
