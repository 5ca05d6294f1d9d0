import type { Plugin } from 'vite';

/** Groups of texts that screens of staff alone show; all others belong to everybody. */
const staffGroups: readonly string[] = ['teach', 'institution', 'university', 'administration', 'attendance', 'support', 'insight', 'figure'];

/** Whether a group of texts is in this part of the languages' files. */
export const inPart = (part: string, group: string): boolean => staffGroups.includes(group) === (part === 'staff');

/**
 * Cuts the texts of a language in two: `es.json?part=shared` holds what everybody may come to read, `es.json?part=staff` the rest. An
 * officer on a shared line never waits for the words of the course editor.
 */
export const cutTexts = (): Plugin => ({
  name: 'aula-cut-texts',
  enforce: 'pre',
  transform(code, id) {
    const part = /\/locales\/[a-z]+\.json\?part=(shared|staff)$/.exec(id)?.[1];
    if (part === undefined) return undefined;
    const groups = Object.entries(JSON.parse(code) as Record<string, unknown>).filter(([group]) => inPart(part, group));
    return { code: `export default ${JSON.stringify(Object.fromEntries(groups))}`, map: null, moduleType: 'js' };
  },
});
