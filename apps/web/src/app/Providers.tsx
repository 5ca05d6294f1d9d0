import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { theme } from '../ui/theme.js';
import { client } from './query-client.js';
import { router } from './router.js';

/** Light, dark or as the device: remembered on the device. */
const appearance = localStorageColorSchemeManager({ key: 'aula.appearance' });

export const Providers = () => (
  <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={appearance}>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
);
