import type { Plugin } from 'vite';

/** What is read of a chunk of the build. */
interface Built {
  type: string;
  fileName: string;
  facadeModuleId?: string | null;
  imports?: readonly string[];
  viteMetadata?: { importedCss: ReadonlySet<string> };
}

/** The chunk of `main.tsx` and all that it imports, each once. */
const application = (bundle: Readonly<Record<string, Built>>): Built[] => {
  const main = Object.values(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/main.tsx'));
  if (!main) throw new Error('the build has no main.tsx');
  const met = new Set([main.fileName]);
  for (const name of met) bundle[name]?.imports?.forEach((each) => met.add(each));
  return [...met].flatMap((name) => bundle[name] ?? []);
};

/** Names the application in the start page, whose own script is `start.ts`: the browser loads both at once, and the styles with them. */
export const preloadApplication = (): Plugin => ({
  name: 'aula-preload',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      if (!bundle) return []; // while somebody develops
      const chunks = application(bundle as Record<string, Built>);
      const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
      return [
        ...chunks.map(({ fileName }) => ({ rel: 'modulepreload', href: `/${fileName}` })),
        ...styles.map((fileName) => ({ rel: 'stylesheet', href: `/${fileName}` })),
      ]
        .filter(({ href }) => !html.includes(href))
        .map((link) => ({ tag: 'link', attrs: { ...link, crossorigin: true }, injectTo: 'head' as const }));
    },
  },
});
