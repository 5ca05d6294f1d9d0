import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The password once more: who sits at the screen may not be who signed in. */
export const PasswordField = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('account.change.current')}
      autoComplete="current-password"
      required
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword'), tabIndex: 0 }}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
};
