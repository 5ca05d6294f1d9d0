import type { School } from '@aula/testing';

/** What the database holds of attempts. */
export const attemptsIn = (school: School) => ({
  /** The attempt as it stands. */
  live: (attemptId: unknown) =>
    school.sql<Record<string, unknown>>(
      `select epoch::int, last_seq::int, completion, success, scaled, progress, open_sco from content.attempt where id = $1`,
      [attemptId],
    ),
  /** Its records. */
  recorded: (attemptId: unknown) =>
    school.sql<{ epoch: number; seq: number; value: string | null }>(
      `select epoch::int, seq::int, value from content.record where attempt_id = $1 order by epoch, seq`,
      [attemptId],
    ),
  /** What was set aside of it. */
  quarantined: (attemptId: unknown) =>
    school.sql<{ epoch: number; seq: number }>(
      `select epoch::int, seq::int from content.quarantine where attempt_id = $1 order by epoch, seq`,
      [attemptId],
    ),
});
