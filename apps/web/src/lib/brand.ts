import type { BrandView } from '@aula/contracts';
import { useSyncExternalStore } from 'react';
import { memoryAt } from './device-memory.js';
import { http } from './http.js';
import { useLanguage } from './i18n.js';
import { textIn } from './local-text.js';

/** How the academy looks: as the start page says it, or as this device knows it where that is newer; then as the server says it now. */
const memory = memoryAt('aula.brand');
const read = (text: string | null | undefined): BrandView | undefined => {
  try {
    return text ? (JSON.parse(text) as BrandView) : undefined;
  } catch {
    return undefined;
  }
};

const plain: BrandView = {
  revision: -1,
  name: null,
  logo: null,
  palette: null,
  language: 'es',
  support: { email: null, phone: null, url: null },
  welcome: null,
};
const inPage = read(document.querySelector<HTMLMetaElement>('meta[name="aula-brand"]')?.content) ?? plain;
const onDevice = read(memory.read()) ?? plain;
let current = onDevice.revision > inPage.revision ? onDevice : inPage;
const listeners = new Set<() => void>();

export const brand = {
  get now(): BrandView {
    return current;
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Asks the server; the page follows at once when something has changed. Without an answer it stays as it is. */
  refresh: (): void => {
    http.get<BrandView>('/identity/branding').then(
      (next) => {
        memory.write(next.revision > 0 ? JSON.stringify(next) : null);
        if (next.revision === current.revision) return;
        current = next;
        listeners.forEach((tell) => {
          tell();
        });
      },
      () => undefined,
    );
  },
};

export const useBrandView = (): BrandView => useSyncExternalStore(brand.subscribe, () => brand.now);

/** The look of the academy with its name in the page's language. */
export const useBrand = (): Omit<BrandView, 'name'> & { name: string } => {
  const language = useLanguage();
  const view = useBrandView();
  return { ...view, name: textIn(view.name, language) || 'Aula' };
};
