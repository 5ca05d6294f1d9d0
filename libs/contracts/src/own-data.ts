import { z } from 'zod';
import { GrantView } from './administration.js';
import { PersonView } from './identity.js';
import { Instant } from './page.js';
import { NotificationChoice } from './notification.js';

/** Everything that the academy's register of people holds about the person who asks; no secret is among it. */
export const OwnData = z
  .object({
    person: PersonView,
    timeZone: z.string().nullable(),
    registeredAt: Instant,
    grants: z.array(GrantView),
    sessions: z.array(z.object({ browser: z.string(), system: z.string(), begunAt: Instant, seenAt: Instant })),
    devices: z.array(z.object({ browser: z.string(), system: z.string(), seenAt: Instant })),
    accessTokens: z.array(z.object({ name: z.string(), createdAt: Instant, expiresAt: Instant })),
    secondFactors: z.array(z.object({ kind: z.enum(['totp', 'passkey']), since: Instant })),
    choices: z.array(NotificationChoice),
    notifications: z.array(
      z.object({ kind: z.string(), parameters: z.record(z.string(), z.unknown()), createdAt: Instant, readAt: Instant.nullable() }),
    ),
  })
  .meta({ id: 'OwnData' });
export type OwnData = z.infer<typeof OwnData>;
