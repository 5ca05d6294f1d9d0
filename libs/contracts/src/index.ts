export {
  PersonId,
  MergeId,
  InstitutionId,
  ImportId,
  AccessTokenId,
  SessionId,
  PasskeyId,
  GrantId,
  CourseId,
  CourseVersionId,
  UnitId,
  EditionId,
  EnrollmentId,
  EnrollmentBatchId,
  EnrollmentRuleId,
  RosterViewId,
  ReminderId,
  CompletionId,
  PackageId,
  UploadId,
  ContentAttemptId,
  PackageMoveId,
  RestorationId,
  FileId,
  CourseReviewId,
  ReviewCommentId,
  DraftCopyId,
  BankId,
  QuestionId,
  QuestionImportId,
  QuizId,
  AttemptId,
  CredentialId,
  NotificationId,
  JobId,
  MailId,
  AuditCheckId,
  BrandLogoId,
} from './ids.js';
export { languages, Language, LocalNote, LocalText, inLanguage } from './text.js';
export { PageQuery, pageOf, Instant, type Page } from './page.js';
export { roles, Role, scopeKinds, Scope, Grant, Actor, holds, holdsEverywhere, holdsOver, reach, isStaff } from './access.js';
export { houses, type House } from './houses.js';
export {
  Sex,
  Country,
  MemberStateView,
  MemberStateList,
  InstitutionCreate,
  InstitutionChange,
  InstitutionNode,
  InstitutionTree,
  InstitutionView,
  InstitutionList,
  InstitutionQuery,
  PersonView,
  PersonList,
  personStates,
  PersonFilter,
  PersonQuery,
  PersonCount,
  PersonCreate,
  PersonChange,
  Password,
  PasswordSet,
  PasswordChange,
  PasswordResetRequest,
  PasswordReset,
  SignIn,
  Me,
  MeChange,
  AccessTokenCreate,
  AccessTokenView,
  AccessTokenList,
  importStates,
  ImportMode,
  ImportView,
  ImportList,
  ImportStarted,
  RejectionView,
  RejectionList,
  ColumnChange,
  differenceKinds,
  reversalReasons,
  DifferenceView,
  DifferenceList,
  DifferenceQuery,
} from './identity.js';
export { SuspensionCreate, Reinstatement, SuspensionView, SuspensionList } from './people.js';
export { duplicateReasons, DuplicateView, DuplicateList, Distinction, rejectionHeadings } from './people.js';
export { mergeableFields, MergeableField, MergePreviewQuery, MergePreview } from './people.js';
export { MergeCreate, MergeView, MergeList, MergeQuery } from './people.js';
export {
  OwnSessionView,
  OwnSessionList,
  factors,
  Factor,
  SecondFactorChallenge,
  SecondFactorAnswer,
  SecondFactorView,
  PasswordProof,
  PasswordAndFactor,
  TotpCode,
  TotpEnrolment,
  RecoveryCodeList,
  type FactorProof,
} from './sign-in.js';
export {
  PasskeyRequest,
  PasskeyCreation,
  PasskeyProof,
  PasskeyMade,
  PasskeyOffer,
  PasskeyRegistration,
  PasskeySignInOffer,
  PasskeySignIn,
  PasskeyView,
} from './passkey.js';
export {
  unitKinds,
  UnitKind,
  UnitContent,
  UnitContents,
  UnitCreate,
  UnitChange,
  UnitOrder,
  UnitView,
  CompletionRule,
  CompletionRulePut,
  CourseCreate,
  CourseCreated,
  UnitCreated,
  CourseChange,
  CourseView,
  CourseList,
  CourseQuery,
  PublicationView,
  CourseVersionView,
  CourseFileView,
  CourseVersionList,
} from './catalog.js';
export { courseLengths, CourseLength, NextEdition, CourseFacets, CatalogueOverview } from './catalogue.js';
export {
  TextPart,
  CourseTextView,
  CourseTextsView,
  CourseTextPut,
  PageRenderingCreate,
  PageRenderingView,
  CaptionView,
  CaptionList,
} from './course-text.js';
export {
  CourseReviewCreate,
  CourseReviewCreated,
  CourseReviewView,
  CourseReviewList,
  ReviewCommentCreate,
  ReviewCommentCreated,
  ReviewDecision,
} from './course-review.js';
export {
  DraftOrVersion,
  CourseDifferencesQuery,
  CourseDifferencesView,
  CourseRestorationCreate,
  CourseRestored,
} from './course-history.js';
export {
  EditionMode,
  TimeZone,
  EditionCreate,
  EditionCreated,
  EditionView,
  EditionList,
  EditionQuery,
  EnrollRequest,
  EnrollmentBatchStarted,
  enrollmentStates,
  UnitProgressView,
  EnrollmentView,
  EnrollmentList,
  EnrollmentQuery,
  Withdrawal,
  UnitCompletion,
  AttendancePut,
  AttendanceChanged,
  AttendanceView,
  AttendanceList,
  SessionTime,
  SessionTimePut,
  SessionView,
  SessionList,
  RollEntryView,
  RollList,
  RollQuery,
  EditionChange,
} from './enrollment.js';
export { DeadlinePut, EnrollmentBatchList, EnrollmentBatchView, EnrollmentListCheck, EnrollmentListChecked } from './enrolling.js';
export { EnrollmentRehearse, EnrollmentRehearsed, EnrollmentRule, StandingRuleKept, StandingRuleList } from './enrolling.js';
export { StandingRuleView } from './enrolling.js';
export { MissingUnitList, MissingUnitView, type RosterColumn, RosterEntryView, RosterExportQuery, RosterFilter } from './roster.js';
export { RosterList, RosterQuery, RosterStandardPut, RosterSummary, RosterUnit, RosterUnitList, RosterViewKept } from './roster.js';
export { RosterViewList, RosterViewPut, RosterViewView } from './roster.js';
export { rosterHeadings, rosterStateNames } from './roster-headings.js';
export { reminderLetter } from './reminder-letter.js';
export { ReminderCreate, ReminderList, reminderPauseDays, ReminderPreview, ReminderStarted, ReminderView } from './reminder.js';
export {
  packageStates,
  PackageState,
  ScormStandard,
  FindingView,
  PackageItemView,
  PackageView,
  PackageList,
  PackageQuery,
  PackageStarted,
  LaunchCreate,
  PreviewCreate,
  LaunchView,
} from './content.js';
export {
  ContentAttemptList,
  ContentAttemptQuery,
  ContentAttemptView,
  PlausibilityHint,
  timelineKinds,
  TimelineEntry,
  TimelineList,
  TimelineQuery,
  timelineTopics,
} from './content-attempt.js';
export { RestorationCreate, RestorationView, RestorePointKey, RestorePointList, RestorePointView, RestorePreview } from './restoration.js';
export { QuestionReport, questionReportHeadings, QuestionReportList, QuestionStatistics } from './question-report.js';
export { runtimeErrorText } from './runtime-errors.js';
export { largestPackage, mostUploads, UploadList, UploadView } from './upload.js';
export { packageFindings, packageFindingText, type PackageFindingCode } from './findings.js';
export { mendingOf } from './findings/mend.js';
export {
  recordKinds,
  RuntimeAcknowledged,
  RuntimeClaim,
  RuntimeCommit,
  RuntimeFiles,
  RuntimeLaunch,
  RuntimeLaunched,
  RuntimeLease,
  RuntimeLeased,
  RuntimeMode,
  RuntimeRecord,
  RuntimeResult,
  RuntimeSequencing,
  SequenceGap,
  StaleEpoch,
} from './runtime.js';
export {
  questionKinds,
  QuestionKind,
  Criterion,
  QuestionTranslation,
  QuestionQuery,
  QuestionTagList,
  BankCreate,
  BankView,
  BankList,
  ChoiceView,
  QuestionView,
  QuestionList,
  QuestionCreate,
  QuestionFindingView,
  QuestionImportView,
  QuestionImportStarted,
} from './assessment.js';
export { QuizCreate, QuizSection, QuizView, QuizList, QuizPreview, type QuizWarning, type QuizWish } from './quiz.js';
export {
  AnswerResponse,
  AttemptQuestionView,
  AttemptCreate,
  attemptStates,
  attemptTokenHeader,
  AttemptView,
  AttemptList,
  AttemptQuery,
  AnswerPut,
  AnswerView,
  AttemptReview,
  ReviewedQuestion,
} from './quiz-attempt.js';
export {
  MarkingGroupList,
  MarkingNumber,
  MarkingQuery,
  MarkingView,
  MarkingList,
  MarkView,
  MarkingTask,
  MarkingTaskQuery,
  MarkingNext,
  MarkingTaken,
  MarkCreate,
} from './marking.js';
export { EditionResults, QuizResults, ResultAttemptQuery, ResultAttempt, ResultAttemptList, resultHeadings } from './quiz-results.js';
export {
  CertificateQuery,
  SignedDocument,
  credentialStates,
  CredentialView,
  CredentialList,
  CredentialQuery,
  Revocation,
  Verification,
  VerificationRequest,
} from './accreditation.js';
export {
  CompletionQuery,
  CompletionFilter,
  CompletionView,
  CompletionList,
  CompletionTotals,
  CompletionChoices,
  VerificationBatch,
  VerificationAnswers,
} from './register.js';
export {
  jobStates,
  JobView,
  JobList,
  JobQuery,
  JobSummary,
  JobRetries,
  Retried,
  JobTrend,
  DeadDeliveryView,
  DeadDeliveryList,
  DeadDeliveryQuery,
  mailStates,
  MailView,
  MailList,
  MailQuery,
} from './operations.js';
export {
  mailPaces,
  MailPace,
  notificationGroups,
  NotificationGroup,
  notifications,
  NotificationKind,
  notificationKinds,
  notificationOf,
  mailTimes,
  NotificationView,
  NotificationList,
  NotificationQuery,
  NotificationCount,
  NotificationChange,
  NotificationsChanged,
  NotificationChoice,
  NotificationSettingsView,
  NotificationSettingsChange,
  Unsubscribed,
} from './notification.js';
export { CalendarEntryKind, CalendarEntryView, CalendarList, CalendarQuery, CalendarFeedView } from './calendar.js';
export { OwnData } from './own-data.js';
export { events, type EventName, type Item, type Items } from './events.js';
export { jobs, jobsOf, mayCancel, type JobDeclaration, type JobKind } from './jobs.js';
export { views, type ViewName, type ViewRow } from './views.js';
export { auditedKinds, type AuditedDeclaration, type AuditedKind } from './audited.js';
export { problems, fillText, problemText, ProblemDetail, type ProblemCode, type ProblemParameters } from './problems.js';
export { type ProblemText } from './problems/text.js';
export {
  PackageVersionCreate,
  PackageVersionView,
  PackageVersionList,
  PackageDifferencesView,
  PackageDifferencesQuery,
  packageMoveRules,
  PackageMoveRule,
  PackageMoveCreate,
  PackageMoveQuery,
  PackageMovePreview,
  PackageMovePersonView,
  PackageMovePeople,
  PackageMovePeopleQuery,
  PackageMoveStarted,
  PackageMoveView,
  PackageMoveList,
} from './package-version.js';
export { rightAreas, rights, rightNames, grantsGiving, givesRight } from './rights.js';
export type { RightArea, RightDeclaration, RightName } from './rights.js';
export { GrantCreate, GrantView, GrantList, GrantQuery, PersonRightsView, RightList } from './administration.js';
export { IssuedTokenView, IssuedTokenList, IssuedTokenQuery } from './administration.js';
export { auditKinds, AuditSubject, AuditEntryView, AuditEntryList, AuditQuery, AuditExportQuery } from './audit.js';
export { auditCheckStates, brokenReasons, AuditCheckView, AuditCheckList } from './audit.js';
export { Condition, HealthReport } from './health.js';
export { AcademySettings, settingNames, factorDemands, AcademySettingsChange, AcademySettingsView } from './academy.js';
export { Color, ColorQuery, ColorTrial, BrandView, largestLogo, type SettingName } from './academy.js';
export {
  ageBands,
  AgeBand,
  dimensions,
  Dimension,
  measures,
  Measure,
  InsightQuery,
  BreakdownQuery,
  LearnerQuery,
  Counts,
  BreakdownRow,
  funnelSteps,
  DashboardView,
  LearnerView,
  LearnerList,
  publicMeasures,
  NumbersView,
  NumbersQuery,
} from './insights.js';
export { breakdownHeadings, learnerHeadings } from './insights-headings.js';
