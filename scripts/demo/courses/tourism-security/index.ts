import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

export const tourismSecurity: DemoCourse = { code: 'TU-302', institution: 'JM-NPCJ', hours: 5, scorm: '1.2', texts: { es, pt, en, fr } };
