import { useTranslation } from 'react-i18next';

const known = ['already-enrolled', 'edition-full', 'edition-closed', 'inactive', 'not-found', 'forbidden'] as const;

/** Why somebody was left out, in words; a reason that is new to this page by its code. */
export const SkipReason = ({ code }: { code: string }) => {
  const { t } = useTranslation();
  const reason = known.find((each) => code === each || code.endsWith(`.${each}`));
  return <>{reason ? t(`institution.batch.reason.${reason}`) : code}</>;
};
