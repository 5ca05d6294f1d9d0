import type { House } from './houses.js';

/**
 * One order. `each` jobs take up to `chunk` subjects at once inside the claiming transaction; `lease` jobs take one subject and work
 * in transactions of their own under a lease. `attempts` failures make a dead letter. `everySeconds` orders it by the clock. `helped`:
 * a full chunk calls further slots at once, which pays where the database does the work and not the worker's one thread.
 */
export interface JobDeclaration {
  readonly house: House;
  readonly mode: 'each' | 'lease';
  readonly chunk: number;
  readonly attempts: number;
  readonly everySeconds?: number;
  readonly helped?: boolean;
  /** May be given up while it waits: nothing is left half done, and who ordered it may order it again. */
  readonly cancellable?: boolean;
}

const each = (house: House, chunk = 500): JobDeclaration => ({ house, mode: 'each', chunk, attempts: 8 });
const lease = (house: House, more: { everySeconds?: number; attempts?: number; cancellable?: boolean } = {}): JobDeclaration => ({
  house,
  mode: 'lease',
  chunk: 1,
  attempts: 8,
  ...more,
});

/** Every order: which house works it, and how. */
export const jobs = {
  'identity.import-people': lease('identity'),
  'identity.reverse-import': lease('identity'),
  'identity.send-mail': lease('identity', { cancellable: true }),
  /** Letters and digests of notifications, each when its reader's clock says so. */
  'identity.mail-notifications': lease('identity', { everySeconds: 60 }),
  'identity.note-deadlines': lease('identity', { everySeconds: 900 }),
  'identity.note-dead-orders': lease('identity', { everySeconds: 300 }),
  'identity.remove-notifications': lease('identity', { everySeconds: 86_400 }),
  'identity.remove-expired': lease('identity', { everySeconds: 3_600 }),
  'identity.end-grants': lease('identity', { everySeconds: 120 }),
  'identity.verify-audit': lease('identity', { attempts: 3, cancellable: true }),
  'catalog.remove-forsaken-files': lease('catalog', { everySeconds: 86_400 }),
  'enrollment.enroll-cohort': lease('enrollment'),
  'enrollment.reverse-batch': lease('enrollment'),
  'enrollment.apply-rules': lease('enrollment', { everySeconds: 600 }),
  'enrollment.send-reminders': lease('enrollment'),
  /** Gives up by itself before its attempts are spent; see `content`. */
  'content.unpack-package': lease('content', { attempts: 12 }),
  /** Ordered by `npm run recheck`. */
  'content.recheck-packages': lease('content', { cancellable: true }),
  'content.remove-package': lease('content'),
  'content.move-attempts': lease('content'),
  'content.reverse-move': lease('content'),
  'content.assemble-upload': lease('content'),
  'content.sweep-packages': lease('content', { everySeconds: 300 }),
  'content.sweep-uploads': lease('content', { everySeconds: 3_600 }),
  /** What reports read follows what learners did within that time. */
  'content.summarize-attempts': lease('content', { everySeconds: 15 }),
  'content.remove-launches': lease('content', { everySeconds: 3_600 }),
  'assessment.import-questions': lease('assessment', { attempts: 4 }),
  'assessment.remove-forsaken-files': lease('assessment', { everySeconds: 86_400 }),
  'assessment.grade-attempts': { ...each('assessment'), helped: true },
  'assessment.submit-overdue': lease('assessment', { everySeconds: 15 }),
  'accreditation.issue-credentials': each('accreditation'),
  'accreditation.award-missed': lease('accreditation', { everySeconds: 3_600 }),
  /** What a certificate looked like, once its credential is revoked. */
  'accreditation.remove-certificates': lease('accreditation'),
  'accreditation.publish-status-list': lease('accreditation', { everySeconds: 3_600 }),
  /** What changed is counted within that time. */
  'insights.refresh': lease('insights', { everySeconds: 30 }),
  /** Work in units says no fact of its own; it is looked for. */
  'insights.follow-progress': lease('insights', { everySeconds: 300 }),
  /** Also puts right what no fact tells: who has not been active for a month, completions that were voided. */
  'insights.rebuild': lease('insights', { everySeconds: 86_400 }),
} as const satisfies Record<string, JobDeclaration>;

export type JobKind = keyof typeof jobs;
/** The jobs of `house`. */
export const jobsOf = (house: House): JobKind[] => (Object.keys(jobs) as JobKind[]).filter((kind) => jobs[kind].house === house);
/** Whether an order that waits, or gave up, may be cancelled: it says so, or the clock orders it again. */
export const mayCancel = (kind: string): boolean => {
  const declared: JobDeclaration | undefined = kind in jobs ? jobs[kind as JobKind] : undefined;
  return declared !== undefined && (declared.cancellable === true || declared.everySeconds !== undefined);
};
