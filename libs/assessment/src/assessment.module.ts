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
import { QuestionsAndQuizzes } from './migrations/0001-questions-and-quizzes.js';
import { AttemptsAndGrades } from './migrations/0002-attempts-and-grades.js';
import { GradingInPlace } from './migrations/0003-grading-in-place.js';
import { PersonMoveListener } from './person-move/person-move.listener.js';
import { QuestionImportController } from './question-import/question-import.controller.js';
import { QuestionImportJobs } from './question-import/question-import.jobs.js';
import { QuestionImportService } from './question-import/question-import.service.js';
import { QuestionController } from './question/question.controller.js';
import { QuestionService } from './question/question.service.js';
import { QuizController } from './quiz/quiz.controller.js';
import { QuizService } from './quiz/quiz.service.js';

@House({
  name: 'assessment',
  entities: [],
  migrations: [QuestionsAndQuizzes, AttemptsAndGrades, GradingInPlace],
  policies: [bankPolicy, attemptPolicy],
  controllers: [BankController, QuestionController, QuestionImportController, QuizController, AttemptController],
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
    PersonMoveListener,
  ],
})
export class AssessmentModule {}
