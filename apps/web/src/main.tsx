import './app/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/Providers.js';
import { release } from './app/release.js';
import { brand } from './lib/brand.js';
import { keepFocus } from './lib/focus.js';
import { install } from './lib/install.js';
import { startTexts } from './lib/i18n.js';
import { loadWindows } from './ui/Window/Window.js';

install.follow();
const root = document.getElementById('root');
if (root) {
  await startTexts();
  document.querySelector('title')?.remove(); // each page has its own
  brand.refresh();
  keepFocus();
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  );
}
whenLoaded(() => {
  void loadWindows().catch(() => undefined); // tried again when one is opened
  // while somebody develops, files change under one name: nothing is kept then
  if (import.meta.env.PROD) void release.keep().catch(() => undefined);
});

/** Not before the page has all it waits for: what is kept for later would take its share of the line. */
function whenLoaded(act: () => void): void {
  if (document.readyState === 'complete') act();
  else addEventListener('load', act, { once: true });
}
