import { useTranslation } from 'react-i18next';

const known = ['already-enrolled', 'edition-full', 'person-unknown', 'person-inactive', 'outside-your-institution'] as const;

/** Why somebody was left out, in words; a reason that is new to this page by its code. */
export const SkipReason = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const reason = known.find((each) => each === code);
  return <>{reason ? t(`institution.batch.reason.${reason}`) : code}</>;
};
