import type { EnrollmentRule } from '@aula/contracts';
import { languages } from '../../lib/local-text.js';

/** What the form of a rule holds; '' and [] mean that nothing is demanded. */
export interface RuleFields {
  countries: string[];
  institutionIds: string[];
  ranks: string[];
  languages: string[];
  completedCourseId: string;
  notCompletedCourseId: string;
}
export const emptyRule: RuleFields = {
  countries: [],
  institutionIds: [],
  ranks: [],
  languages: [],
  completedCourseId: '',
  notCompletedCourseId: '',
};

/** The rule; undefined while it demands nothing: that would be everyone. */
export const ruleOf = (fields: RuleFields): EnrollmentRule | undefined => {
  const demanded = Object.fromEntries(
    Object.entries(fields).filter(([, value]: [string, string | string[]]) => value.length > 0),
  ) as Partial<RuleFields>;
  if (Object.keys(demanded).length === 0) return undefined;
  const { languages: chosen, ...others } = demanded;
  const spoken = chosen && { languages: languages.filter((each) => chosen.includes(each)) };
  return { ...others, ...spoken };
};
