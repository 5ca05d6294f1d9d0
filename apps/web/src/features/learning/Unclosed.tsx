import type { EnrollmentView } from '@aula/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.js';
import { instantText } from '../../lib/time.js';
import { Notice } from '../../ui/Notice/Notice.js';
import { unclosedQuery } from './api.js';

/** When the player of each unit was last heard of that nobody closed properly, by unit. */
export const useUnclosed = ({ id, units }: EnrollmentView): ReadonlyMap<string, string> => {
  const { data } = useQuery({ ...unclosedQuery(id), enabled: units.some(({ kind }) => kind === 'scorm') });
  return new Map(data?.items.map(({ unitId, lastHeardAt }) => [unitId, lastHeardAt]));
};

/** Says that a device may still hold work of a unit, and how it gets from there to the academy. */
export const Unclosed = ({ lastHeardAt }: { lastHeardAt: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return <Notice tone="care">{t('learning.unclosed', { at: instantText(lastHeardAt, language) })}</Notice>;
};
