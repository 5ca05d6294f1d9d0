import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor, EditionId, PackageId } from '@aula/contracts';
import { Work, ensure, found } from '@aula/platform';
import { PlayedService, type PlayedPackage } from '../attempt/played.service.js';
import { fromStoredJson } from '../attempt/text.entity.js';
import { implausibleIn, type ImplausibleCounts } from '../plausibility/plausibility.queries.js';
import { mayReportOn } from './question-report.policy.js';
import {
  editionOf,
  progressOf,
  questionsOf,
  reportedPackages,
  responsesTo,
  type EditionRow,
  type QuestionRow,
  type ReportedPackageRow,
  type ResponseRow,
} from './question-report.queries.js';

export interface Report {
  edition: EditionRow;
  played: PlayedPackage;
  at: string;
  behind: boolean;
  questions: (QuestionRow & { responses: ResponseRow[] })[];
  implausible: ImplausibleCounts;
}

/** How a cohort answered the questions of its packages. */
@Injectable()
export class QuestionReportService {
  constructor(
    private readonly played: PlayedService,
    private readonly work: Work,
  ) {}

  /** Packages with answers. Problems: not-found; forbidden. */
  packages(actor: Actor, editionId: EditionId): Promise<ReportedPackageRow[]> {
    return this.work.read(async (em) => {
      await reportable(em, actor, editionId);
      return reportedPackages(em, editionId);
    });
  }

  /** The report on one package. Problems: not-found; forbidden. */
  report(actor: Actor, editionId: EditionId, packageId: PackageId): Promise<Report> {
    return this.work.read(async (em) => {
      const edition = await reportable(em, actor, editionId);
      const played = found((await this.played.of(em, [packageId])).get(packageId));
      const progress = found(await progressOf(em));
      const questions = await questionsOf(em, editionId, packageId);
      const responses = await responsesTo(em, editionId, packageId);
      const withResponses = questions.map((it) => ({ ...it, responses: responses.filter((each) => each.question_id === it.question_id) }));
      const implausible = found(await implausibleIn(em, editionId, packageId));
      return { edition, played, ...progress, questions: fromStoredJson(withResponses), implausible };
    });
  }
}

const reportable = async (em: EntityManager, actor: Actor, editionId: EditionId): Promise<EditionRow> => {
  const edition = found(await editionOf(em, editionId));
  ensure(mayReportOn(actor, { id: edition.id, courseId: edition.course_id, institutionId: edition.institution_id }), 'questions.report');
  return edition;
};
