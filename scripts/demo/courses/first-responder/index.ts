import type { DemoCourse } from '../course.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { guide } from './guide.ts';
import { pt } from './pt.ts';

export const firstResponder: DemoCourse = {
  code: 'PR-201',
  institution: 'HN-UNP',
  hours: 4,
  scorm: '2004',
  texts: { es, pt, en, fr },
  guide,
};
