import { jsonRequest } from './http-lane.ts';
import { digest, unnest, type Item, type Query, type Traffic } from './traffic.ts';

/** One officer in front of the examination. */
export interface AnswerTarget {
  attemptId: string;
  token: string;
}

const columns = [
  ['attempt_id', 'uuid'],
  ['question_id', 'uuid'],
  ['sequence', 'int'],
  ['choice', 'smallint'],
  ['token_hash', 'bytea'],
] as const;

/**
 * The SQL that an answer cannot do without: find who sends it, hold that person's attempt against its submission, find the question's
 * place on the paper, write the row. Without judging deadline, state, and kind of the question.
 */
const statement = `
with given as materialized (select * from ${unnest(columns, 'x')}),
sender as materialized (
  select token_hash, person_id, language, grants from identity.pub_session
  where token_hash = any($${columns.length}::bytea[]) and expires_at > clock_timestamp()),
held as materialized (select id, person_id from assessment.attempt where id in (select attempt_id from given) order by id for share),
placed as materialized (
  select g.*, array_position(p.question_ids, g.question_id)::smallint as place
  from given g join sender s on s.token_hash = g.token_hash join held h on h.id = g.attempt_id and h.person_id = s.person_id
  join assessment.paper p on p.attempt_id = g.attempt_id)
insert into assessment.answer as t (attempt_id, place, sequence, choice, saved_at)
select attempt_id, place, sequence, choice, clock_timestamp() from placed order by attempt_id, place
on conflict (attempt_id, place) do update set (sequence, choice, saved_at) = (excluded.sequence, excluded.choice, excluded.saved_at)
where excluded.sequence > t.sequence`;

/** Quiz answers: `PUT /api/assessment/attempts/{id}/answers/{questionId}`, question after question, the sequence rising. */
export class Answers implements Traffic {
  readonly places: number;
  readonly statement = statement;
  readonly reset = ['truncate assessment.answer', 'vacuum (analyze) assessment.attempt, identity.session'];
  private readonly targets: readonly AnswerTarget[];
  private readonly questionIds: readonly string[];
  private readonly host: string;
  /** Answers of this step, by place. */
  private readonly given: number[];
  private readonly hashes: readonly Buffer[];
  private count = 0;

  constructor(targets: readonly AnswerTarget[], questionIds: readonly string[], host: string) {
    this.targets = targets;
    this.questionIds = questionIds;
    this.host = host;
    this.places = targets.length;
    this.given = targets.map(() => 0);
    this.hashes = targets.map(({ token }) => digest(token));
  }

  next(place: number): Item {
    return { place, sequence: this.given[place]! + 1 };
  }

  request(item: Item): string {
    const { attemptId, token } = this.targets[item.place]!;
    const path = `/api/assessment/attempts/${attemptId}/answers/${this.questionIds[this.questionOf(item)]!}`;
    return jsonRequest('PUT', path, this.host, token, { sequence: item.sequence, response: item.sequence % 4 });
  }

  acknowledged(item: Item, status: number, body: string): void {
    const { sequence } = (status === 200 ? JSON.parse(body) : {}) as { sequence?: number };
    if (sequence !== item.sequence) throw new Error(`an answer was answered ${status} ${body.slice(0, 500)}`);
    this.committed(item);
  }

  committed({ place, sequence }: Item): void {
    this.given[place] = sequence;
    this.count++;
  }

  parameters(items: readonly Item[]): unknown[] {
    return [
      items.map(({ place }) => this.targets[place]!.attemptId),
      items.map((item) => this.questionIds[this.questionOf(item)]),
      items.map(({ sequence }) => sequence),
      items.map(({ sequence }) => sequence % 4),
      items.map(({ place }) => this.hashes[place]),
    ];
  }

  begin(): void {
    this.count = 0;
    this.given.fill(0);
  }

  /** Of every officer the answers that were acknowledged, each question with its highest sequence, and no other. */
  async check(query: Query): Promise<number> {
    const { astray } = await query(
      `select count(*)::int as astray from (
         select a.attempt_id, count(*)::int as answers, max(sequence) as last, sum(sequence) as sum from assessment.answer a group by 1) a
       full join (
         select * from unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[]) as t(attempt_id, answers, last, sum) where answers > 0) t
         using (attempt_id)
       where (a.answers, a.last, a.sum) is distinct from (t.answers, t.last, t.sum)`,
      [
        this.targets.map(({ attemptId }) => attemptId),
        this.given.map((given) => Math.min(given, this.questionIds.length)),
        this.given,
        this.given.map((given) => this.sumOfHighest(given)),
      ],
    );
    if (astray !== 0) throw new Error(`${this.count} answers acknowledged, but of ${String(astray)} attempts others are kept`);
    return this.count;
  }

  private questionOf({ sequence }: Item): number {
    return (sequence - 1) % this.questionIds.length;
  }

  /** The last `questions` of the numbers from 1 to `given`: each question's highest sequence. */
  private sumOfHighest(given: number): number {
    const kept = Math.min(given, this.questionIds.length);
    return (kept * (2 * given - kept + 1)) / 2;
  }
}
