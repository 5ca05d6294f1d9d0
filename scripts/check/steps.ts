/** One thing that `npm run check` holds: the script `check:<name>` of package.json, so that each can be run alone. */
export interface Step {
  name: string;
  /** Steps that must have passed before, by name. */
  after?: readonly string[];
}

/** All checks, the longest first so that two lanes end at about the same time. */
export const steps: readonly Step[] = [
  { name: 'types' },
  { name: 'lint' },
  { name: 'types-of-tests' },
  { name: 'types-of-web', after: ['types'] }, // the web reads the built declarations of contracts
  { name: 'format' },
  { name: 'imports' },
  { name: 'unused' },
  { name: 'lock' },
  { name: 'infra' },
];
