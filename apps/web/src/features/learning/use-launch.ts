import { useMutation } from '@tanstack/react-query';
import { launch } from './api.js';

/** Asks for a launch and goes there with the whole window: the player lives on an origin of its own. A second launch does no harm. */
export const useLaunch = () =>
  useMutation({
    mutationFn: launch,
    onSuccess: ({ url }) => {
      location.assign(url);
    },
  });
