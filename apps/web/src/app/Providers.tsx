import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { theme } from '../ui/theme.js';
import { client } from './query-client.js';
import { router } from './router.js';

export const Providers = () => (
  <MantineProvider theme={theme} forceColorScheme="light">
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
);
