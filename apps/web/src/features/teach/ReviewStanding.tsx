import type { CourseView } from '@aula/contracts';
import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag/Tag.js';

export const reviewTones = {
  none: 'plain',
  open: 'care',
  approved: 'good',
  outdated: 'care',
  'sent-back': 'bad',
  withdrawn: 'plain',
} as const;

/** How the review of a draft stands, in words. */
export const ReviewStanding = ({ standing }: { standing: NonNullable<CourseView['authoring']>['review'] }) => {
  const { t } = useTranslation();
  return <Tag tone={reviewTones[standing]}>{t(`authoring.review.state.${standing}`)}</Tag>;
};
