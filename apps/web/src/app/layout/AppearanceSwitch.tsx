import { NativeSelect, type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Layout.module.css';

const schemes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[];

/** Light, dark or as the device has it. */
export const AppearanceSwitch = () => {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      aria-label={t('nav.appearance.label')}
      className={styles.appearance ?? ''}
      size="sm"
      value={colorScheme}
      data={schemes.map((scheme) => ({ value: scheme, label: t(`nav.appearance.${scheme}`) }))}
      onChange={(event) => {
        setColorScheme(schemes.find((scheme) => scheme === event.currentTarget.value) ?? 'auto');
      }}
    />
  );
};
