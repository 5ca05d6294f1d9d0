import { askAhead } from './lib/ahead.js';
import { currentLanguage } from './lib/current-language.js';
import { textFiles } from './lib/text-files.js';

/*
 * The first script of every page, small and on its own: while the application is on its way, all that it would ask for one after another
 * when it is there is asked for at once. On a slow line each of these would cost a way there and back. What fails here is asked again.
 */
const ahead = (part: Promise<unknown>): void => {
  part.catch(() => undefined);
};

ahead(textFiles[currentLanguage()].shared());
askAhead('/identity/me');
const [, enrollmentId] = /^\/learning\/([\da-f-]{36})$/.exec(location.pathname) ?? [];
if (location.pathname === '/learning') askAhead('/enrollment/enrollments?mine=true');
else if (enrollmentId) askAhead(`/enrollment/enrollments/${enrollmentId}`);
if (location.pathname.startsWith('/learning')) ahead(import('./features/learning/screens.js'));
await import('./main.js');
