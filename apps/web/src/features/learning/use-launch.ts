import type { LaunchCreate, LaunchView } from '@aula/contracts';
import { useCreate } from '../../lib/use-create.js';
import { launch } from './api.js';

/** Asks for a launch and goes there with the whole window: the player lives on an origin of its own. */
export const useLaunch = () =>
  useCreate<LaunchCreate, LaunchView>(launch, ({ url }) => {
    location.assign(url);
  });
