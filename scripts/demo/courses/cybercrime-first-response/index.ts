import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pt } from './pt.ts';
import { report } from './report.ts';

export const cybercrimeFirstResponse: DemoCourse = {
  code: 'CI-202',
  institution: 'BR-USC',
  hours: 6,
  scorm: '2004',
  texts: { es, pt, en, fr },
  report,
};
