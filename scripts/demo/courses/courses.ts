import { assetTracing } from './asset-tracing/index.ts';
import { communityPolicing } from './community-policing/index.ts';
import type { DemoCourse } from './course.ts';
import { cybercrimeFirstResponse } from './cybercrime-first-response/index.ts';
import { firstResponder } from './first-responder/index.ts';
import { tourismSecurity } from './tourism-security/index.ts';
import { useOfForce } from './use-of-force/index.ts';

/** The courses of the demonstration academy, in the order in which they are made. */
export const courses: readonly DemoCourse[] = [
  useOfForce,
  firstResponder,
  communityPolicing,
  cybercrimeFirstResponse,
  tourismSecurity,
  assetTracing,
];
