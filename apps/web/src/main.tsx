import './app/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/Providers.js';
import { release } from './app/release.js';
import { brand } from './lib/brand.js';
import { keepFocus } from './lib/focus.js';
import { startTexts } from './lib/i18n.js';

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
// while somebody develops, files change under one name: nothing is kept then
if (import.meta.env.PROD) await release.keep().catch(() => undefined);
