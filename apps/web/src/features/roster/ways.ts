import type { EnrollRequest } from '@aula/contracts';

export const ways = ['people', 'list', 'institution', 'rule', 'everyone'] as const;
export type Way = (typeof ways)[number];

/** Name of what is typed on a way into an edition and is not enrolled yet. */
export const enrollDraft = (way: Way, editionId: string): string => `enroll.${way}.${editionId}`;

/** Orders an enrollment; `done` hears when the academy has the order. */
type Enrolling = (wish: EnrollRequest, done: () => void) => void;

export interface WayProps {
  editionId: string;
  busy: boolean;
  onEnroll: Enrolling;
}
