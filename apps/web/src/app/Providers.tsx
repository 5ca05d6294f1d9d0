import { type MantineColorsTuple, MantineProvider, type MantineThemeOverride, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useBrandView } from '../lib/brand.js';
import { theme } from '../ui/theme.js';
import { client } from './query-client.js';
import { router } from './router.js';

/** Light, dark or as the device: remembered on the device. */
const appearance = localStorageColorSchemeManager({ key: 'aula.appearance' });

/** The look that Aula comes with, in the academy's own colour where it has one. */
const useLook = (): MantineThemeOverride => {
  const { palette } = useBrandView();
  return useMemo(
    () => (palette ? { ...theme, colors: { ...theme.colors, bahia: palette as unknown as MantineColorsTuple } } : theme),
    [palette],
  );
};

export const Providers = () => (
  <MantineProvider theme={useLook()} defaultColorScheme="auto" colorSchemeManager={appearance}>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
);
