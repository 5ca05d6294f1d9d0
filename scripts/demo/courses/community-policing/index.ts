import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

export const communityPolicing: DemoCourse = { code: 'PC-301', institution: 'MX-UCS', hours: 8, scorm: '1.2', texts: { es, pt, en, fr } };
