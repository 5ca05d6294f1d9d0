import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Soon, soonIn, soons } from '../../lib/soon.js';

/** Chooses editions by what is about to happen to them. */
export const SoonSelect = ({ value, onChange }: { value: Soon | undefined; onChange: (soon: Soon | undefined) => void }) => {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('institution.editions.soonLabel')}
      value={value ?? ''}
      data={[
        { value: '', label: t('institution.any') },
        ...soons.map((each) => ({ value: each, label: t(`institution.editions.soon.${each}`) })),
      ]}
      onChange={(event) => {
        onChange(soonIn(event.currentTarget.value));
      }}
    />
  );
};
