import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

/** Its package has three parts, each a SCO of its own. */
export const assetTracing: DemoCourse = { code: 'RA-401', institution: 'BR-USC', hours: 10, scorm: '2004', texts: { es, pt, en, fr } };
