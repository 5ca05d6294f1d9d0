import type { Plugin } from 'vite';

/** Groups of texts that screens of staff alone show, and long ones that public pages alone do; all others belong to everybody. */
const groupsOf: Readonly<Record<string, readonly string[]>> = {
  staff: [
    'teach',
    'institution',
    'university',
    'registry',
    'administration',
    'attendance',
    'support',
    'insight',
    'figure',
    'roster',
    'authoring',
    'marking',
    'results',
    'audit',
    'bank',
    'builder',
    'today',
  ],
  public: ['public', 'verify'],
};
const apart = Object.values(groupsOf).flat();

/** Whether a group of texts is in this part of the languages' files: `shared`, `staff` or `public`. */
export const inPart = (part: string, group: string): boolean => groupsOf[part]?.includes(group) ?? !apart.includes(group);

/**
 * Cuts the texts of a language in parts: `es.json?part=shared` holds what everybody may come to read, `es.json?part=staff` what staff
 * does, `es.json?part=public` the long words for visitors. An officer on a shared line never waits for the words of the course editor.
 */
export const cutTexts = (): Plugin => ({
  name: 'aula-cut-texts',
  enforce: 'pre',
  transform(code, id) {
    const part = /\/locales\/[a-z]+\.json\?part=(shared|staff|public)$/.exec(id)?.[1];
    if (part === undefined) return undefined;
    const groups = Object.entries(JSON.parse(code) as Record<string, unknown>).filter(([group]) => inPart(part, group));
    return { code: `export default ${JSON.stringify(Object.fromEntries(groups))}`, map: null, moduleType: 'js' };
  },
});
