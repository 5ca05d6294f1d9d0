import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The password that somebody has, asked for once more since who sits at the screen may not be who signed in; or one to come. */
  which?: 'current' | 'new';
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

/** A password of somebody who is known already. */
export const PasswordField = ({ which = 'current', value, onChange, error }: Props) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t(`account.change.${which}`)}
      autoComplete={`${which}-password`}
      required
      {...(which === 'new' && { description: t('account.passwordRule'), minLength: 12 })}
      value={value}
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword'), tabIndex: 0 }}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
};
