import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';

export const useOfForce: DemoCourse = { code: 'DH-101', institution: 'CO-DIEPO', hours: 6, scorm: '1.2', texts: { es, pt, en, fr } };
