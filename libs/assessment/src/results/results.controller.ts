import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import {
  Actor,
  EditionId,
  EditionResults,
  QuizResults,
  ResultAttemptList,
  ResultAttemptQuery,
  UnitId,
  resultHeadings,
  type Page,
  type ResultAttempt,
} from '@aula/contracts';
import { currentContext, May, sendTable, Signed, type AulaReply, type TableCell } from '@aula/platform';
import type { QuestionResultRow } from './question-result.queries.js';
import { distributionOf, indicesOf } from './results.entity.js';
import { ResultsService, type Results } from './results.service.js';

@Controller('api/assessment/editions/:id/results')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get()
  @May('results.read', EditionResults)
  async edition(@Signed() actor: Actor, @Param('id', { schema: EditionId }) id: EditionId): Promise<EditionResults> {
    const { edition, enrolled, quizzes } = await this.results.of(actor, id);
    return { editionId: id, title: edition.title, courseTitle: edition.courseTitle, enrolled, quizzes };
  }

  @Get(':unitId')
  @May('results.read', QuizResults)
  async quiz(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
  ): Promise<QuizResults> {
    return toView(await this.results.quiz(actor, id, unitId), unitId);
  }

  @Get(':unitId/attempts')
  @May('results.read', ResultAttemptList)
  attempts(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: ResultAttemptQuery }) query: ResultAttemptQuery,
  ): Promise<Page<ResultAttempt>> {
    return this.results.attempts(actor, id, unitId, query);
  }

  /** All attempts in one table. */
  @Get(':unitId/attempts.csv')
  @May('results.read')
  async csv(
    @Signed() actor: Actor,
    @Param('id', { schema: EditionId }) id: EditionId,
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: ResultAttemptQuery }) query: ResultAttemptQuery,
    @Res() reply: AulaReply,
  ): Promise<void> {
    const attempts = await this.results.allAttempts(actor, id, unitId, query);
    const headings = resultHeadings(currentContext()?.language ?? actor.language);
    await sendTable(reply, { name: `results-${unitId}`, headings, rows: rowsOf(attempts) }, 'csv');
  }
}

async function* rowsOf(attempts: AsyncIterable<ResultAttempt>): AsyncGenerator<TableCell[]> {
  for await (const attempt of attempts) yield cellsOf(attempt);
}

const cellsOf = (it: ResultAttempt): TableCell[] => [
  it.name,
  it.number,
  it.state,
  it.score,
  it.maxScore,
  it.passed === null ? null : it.passed ? 1 : 0,
  it.startedAt,
  it.submittedAt,
  it.seconds,
];

const toView = ({ edition, quiz, summary, bars, each, questions }: Results, unitId: UnitId): QuizResults => {
  const { people, passed, mean, median, attempts, lower, middle, upper } = summary;
  return {
    ...{ editionId: edition.id, editionTitle: edition.title, unitId, quizId: quiz.quizId, title: quiz.title },
    ...{ passingScore: quiz.passingScore, people, passed, mean, median, attempts, attemptsEach: each },
    seconds: lower === null || middle === null || upper === null ? null : { lower, median: middle, upper },
    distribution: distributionOf(bars),
    questions: questions.map((question) => toQuestion(question, quiz.authored)),
    lookedInto: questions[0]?.attempts ?? 0,
  };
};

/** The key is for those who may author the quiz. */
const toQuestion = (row: QuestionResultRow, authored: boolean): QuizResults['questions'][number] => {
  const { id, kind, text, asked, answered, right, partly, wrong, share, correlation } = row;
  return {
    ...{ id, kind, text, asked, answered, right, partly, wrong, ...indicesOf(asked, share, correlation) },
    choices: row.choices.map((choice, at) => ({
      text: choice,
      taken: row.taken[at] ?? 0,
      right: authored ? (row.weights[at] ?? 0) > 0 : null,
    })),
  };
};
