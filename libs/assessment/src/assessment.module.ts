import { House } from '@aula/platform';
import { AnswerService } from './attempt/answer.service.js';
import { AttemptController } from './attempt/attempt.controller.js';
import { AttemptListener } from './attempt/attempt.listener.js';
import { AttemptJobs } from './attempt/attempt.jobs.js';
import { attemptPolicy } from './attempt/attempt.policy.js';
import { AttemptService } from './attempt/attempt.service.js';
import { BankController } from './bank/bank.controller.js';
import { bankPolicy } from './bank/bank.policy.js';
import { BankService } from './bank/bank.service.js';
import { MarkingController } from './marking/marking.controller.js';
import { markingPolicy } from './marking/marking.policy.js';
import { MarkingService } from './marking/marking.service.js';
import { QuestionsAndQuizzes } from './migrations/0001-questions-and-quizzes.js';
import { AttemptsAndGrades } from './migrations/0002-attempts-and-grades.js';
import { GradingInPlace } from './migrations/0003-grading-in-place.js';
import { QuestionUpkeep } from './migrations/0004-question-upkeep.js';
import { QuizSections } from './migrations/0005-quiz-sections.js';
import { Essays } from './migrations/0006-essays.js';
import { MarkingNotices } from './migrations/0050-marking-notices.js';
import { PersonMoveListener } from './person-move/person-move.listener.js';
import { QuestionImportController } from './question-import/question-import.controller.js';
import { QuestionImportJobs } from './question-import/question-import.jobs.js';
import { QuestionImportService } from './question-import/question-import.service.js';
import { QuestionController } from './question/question.controller.js';
import { QuestionService } from './question/question.service.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewService } from './review/review.service.js';
import { OwnAttemptsController } from './attempt/own-attempts.controller.js';
import { TrialController } from './trial/trial.controller.js';
import { TrialService } from './trial/trial.service.js';
import { QuizController } from './quiz/quiz.controller.js';
import { QuizService } from './quiz/quiz.service.js';

@House({
  name: 'assessment',
  entities: [],
  migrations: [QuestionsAndQuizzes, AttemptsAndGrades, GradingInPlace, QuestionUpkeep, QuizSections, Essays, MarkingNotices],
  policies: [bankPolicy, attemptPolicy, markingPolicy],
  controllers: [
    BankController,
    QuestionController,
    QuestionImportController,
    QuizController,
    AttemptController,
    MarkingController,
    ReviewController,
    ResultsController,
    TrialController,
    OwnAttemptsController,
  ],
  providers: [
    BankService,
    QuestionService,
    QuestionImportService,
    QuestionImportJobs,
    QuizService,
    AttemptService,
    AnswerService,
    AttemptJobs,
    AttemptListener,
    MarkingService,
    ReviewService,
    ResultsService,
    TrialService,
    PersonMoveListener,
  ],
})
export class AssessmentModule {}
