export { PersonId, MergeId, InstitutionId, ImportId, AccessTokenId, SessionId, PasskeyId, GrantId, CourseId } from './ids.js';
export { CourseVersionId, UnitId, EditionId, EnrollmentId, EnrollmentBatchId, EnrollmentRuleId, RosterViewId } from './ids.js';
export { ReminderId, CompletionId, PackageId, UploadId, ContentAttemptId, PackageMoveId, RestorationId, FileId } from './ids.js';
export { CourseReviewId, ReviewCommentId, DraftCopyId, BankId, QuestionId, QuestionImportId, QuizId, AttemptId } from './ids.js';
export { CredentialId, NotificationId, JobId, MailId, AuditCheckId, BrandLogoId } from './ids.js';
export { languages, Language, LocalNote, LocalText, inLanguage } from './text.js';
export { PageQuery, pageOf, Instant, type Page } from './page.js';
export { roles, Role, scopeKinds, Scope, Grant, Actor, holds, holdsEverywhere, holdsOver, reach, isStaff } from './access.js';
export { houses, type House } from './houses.js';
export { Sex, Country, MemberStateView, MemberStateList, InstitutionCreate, InstitutionChange, InstitutionNode } from './identity.js';
export { InstitutionTree, InstitutionView, InstitutionList, InstitutionQuery, PersonView, PersonList, personStates } from './identity.js';
export { PersonFilter, PersonQuery, PersonCount, PersonCreate, PersonChange, Password, PasswordSet, PasswordChange } from './identity.js';
export { PasswordResetRequest, PasswordReset, SignIn, Me, MeChange, AccessTokenCreate, AccessTokenView } from './identity.js';
export { AccessTokenList, importStates, ImportMode, ImportView, ImportList, ImportStarted, RejectionView } from './identity.js';
export { RejectionList, ColumnDifference, differenceKinds, reversalReasons, DifferenceView, DifferenceList } from './identity.js';
export { DifferenceQuery, importColumns, type ImportColumn } from './identity.js';
export { SuspensionCreate, Reinstatement, SuspensionView, SuspensionList, duplicateReasons, DuplicateView } from './people.js';
export { DuplicateList, Distinction, rejectionHeadings, mergeableFields, MergeableField, MergePreviewQuery } from './people.js';
export { MergePreview, MergeCreate, MergeView, MergeList, MergeQuery } from './people.js';
export { OwnSessionView, OwnSessionList, factors, Factor, SecondFactorChallenge, SecondFactorAnswer } from './sign-in.js';
export { SecondFactorView, PasswordProof, PasswordAndFactor, TotpCode, TotpEnrolment, RecoveryCodeList } from './sign-in.js';
export { type FactorProof } from './sign-in.js';
export { PasskeyRequest, PasskeyCreation, PasskeyProof, PasskeyMade, PasskeyOffer, PasskeyRegistration } from './passkey.js';
export { PasskeySignInOffer, PasskeySignIn, PasskeyView } from './passkey.js';
export { unitKinds, UnitKind, UnitContent, UnitContents, UnitCreate, UnitChange, UnitOrder, UnitView } from './catalog.js';
export { CompletionRule, CompletionRulePut, CourseCreate, CourseCreated, UnitCreated, CourseChange, CourseView } from './catalog.js';
export { CourseList, CourseQuery, PublicationView, CourseVersionView, CourseFileView, CourseVersionList } from './catalog.js';
export { courseLengths, CourseLength, NextEdition, CourseFacets, CatalogueOverview } from './catalogue.js';
export { TextPart, CourseTextView, CourseTextsView, CourseTextPut, PageRenderingCreate, PageRenderingView } from './course-text.js';
export { CaptionView, CaptionList } from './course-text.js';
export { AddressCaptionQuery } from './course-text.js';
export { CourseReviewCreate, CourseReviewCreated, CourseReviewView, CourseReviewList, ReviewCommentCreate } from './course-review.js';
export { ReviewCommentCreated, ReviewDecision, ReviewerView, ReviewerList, ReviewerQuery } from './course-review.js';
export { WaitingReviewView, WaitingReviewList } from './course-review.js';
export { DraftOrVersion, CourseDifferencesQuery, CourseDifferencesView, CourseRestorationCreate } from './course-history.js';
export { CourseRestored } from './course-history.js';
export { EditionMode, TimeZone, EditionCreate, EditionCreated, EditionView, EditionList, EditionQuery } from './enrollment.js';
export { EnrollRequest, EnrollmentBatchStarted, enrollmentStates, UnitProgressView, EnrollmentView } from './enrollment.js';
export { EnrollmentList, EnrollmentQuery, Withdrawal, UnitCompletion, AttendancePut, AttendanceChanged } from './enrollment.js';
export { AttendanceView, AttendanceList, SessionTime, SessionTimePut, SessionView, SessionList, RollEntryView } from './enrollment.js';
export { RollList, RollQuery, EditionChange } from './enrollment.js';
export { DeadlinePut, EnrollmentBatchList, EnrollmentBatchView, EnrollmentListCheck, EnrollmentListChecked } from './enrolling.js';
export { EnrollmentRehearse, EnrollmentRehearsed, EnrollmentRule, StandingRuleKept, StandingRuleList } from './enrolling.js';
export { type RulePause, StandingRuleView } from './enrolling.js';
export { MissingUnitList, MissingUnitView, type RosterColumn, RosterEntryView, RosterExportQuery, RosterFilter } from './roster.js';
export { RosterList, RosterQuery, RosterStandardPut, RosterSummary, RosterUnit, RosterUnitList, RosterViewKept } from './roster.js';
export { RosterFunnel } from './roster.js';
export { ownAttemptsTable, ownCredentialsTable, ownEnrollmentsTable } from './own-data-headings.js';
export { RosterViewList, RosterViewPut, RosterViewView } from './roster.js';
export { rosterHeadings, rosterStateNames } from './roster-headings.js';
export { reminderLetter } from './reminder-letter.js';
export { ReminderCreate, ReminderDefaults, ReminderList, reminderPauseDays, ReminderPreview } from './reminder.js';
export { ReminderStarted, ReminderView } from './reminder.js';
export { packageStates, PackageState, ScormStandard, FindingView, PackageItemView, PackageView, PackageList } from './content.js';
export { PackageQuery, PackageStarted, LaunchCreate, PreviewCreate, LaunchView } from './content.js';
export { UnclosedVisit, UnclosedVisitList, UnclosedVisitQuery } from './content.js';
export { ContentAttemptList, ContentAttemptQuery, ContentAttemptView, PlausibilityHint, timelineKinds } from './content-attempt.js';
export { TimelineEntry, TimelineList, TimelineQuery, timelineTopics } from './content-attempt.js';
export { RestorationCreate, RestorationView, RestorePointKey, RestorePointList, RestorePointView } from './restoration.js';
export { RestorePreview } from './restoration.js';
export { QuestionReport, questionReportHeadings, QuestionReportList, QuestionStatistics } from './question-report.js';
export { runtimeErrorText } from './runtime-errors.js';
export { largestPackage, mostUploads, UploadList, UploadView } from './upload.js';
export { packageFindings, packageFindingText, type PackageFindingCode } from './findings.js';
export { mendingOf } from './findings/mend.js';
export { recordKinds, RuntimeAcknowledged, RuntimeClaim, RuntimeCommit, RuntimeFiles, RuntimeLaunch } from './runtime.js';
export { RuntimeLaunched, RuntimeLease, RuntimeLeased, RuntimeMode, RuntimeRecord } from './runtime.js';
export { RuntimePresence, RuntimeResult, RuntimeSequencing } from './runtime.js';
export { SequenceGap, StaleEpoch } from './runtime.js';
export { questionKinds, QuestionKind, Criterion, QuestionTranslation, QuestionQuery, QuestionTagList, BankCreate } from './assessment.js';
export {
  BankView,
  BankList,
  BankQuery,
  ChoiceView,
  QuestionView,
  QuestionList,
  QuestionCreate,
  QuestionFindingView,
} from './assessment.js';
export { QuestionImportView, QuestionImportStarted } from './assessment.js';
export { QuizCreate, QuizSection, QuizView, QuizList, QuizQuery, QuizPreview, type QuizWarning, type QuizWish } from './quiz.js';
export { QuizTrialCreate, QuizTrial, QuizTrialAnswers, QuizTrialResult } from './quiz-trial.js';
export { AnswerResponse, AttemptQuestionView, AttemptCreate, attemptStates, attemptTokenHeader, AttemptView } from './quiz-attempt.js';
export { AttemptList, AttemptQuery, AnswerPut, AnswerView, AttemptReview, ReviewedQuestion } from './quiz-attempt.js';
export { MarkingGroupList, MarkingNumber, MarkingQuery, MarkingView, MarkingList, MarkView, MarkingTask } from './marking.js';
export { MarkingTaskQuery, MarkingNext, MarkingTaken, MarkCreate } from './marking.js';
export { EditionResults, QuizResults, ResultAttemptQuery, ResultAttempt, ResultAttemptList, resultHeadings } from './quiz-results.js';
export { CertificateQuery, SignedDocument, credentialStates, CredentialView, CredentialList, CredentialQuery } from './accreditation.js';
export { Revocation, Verification, VerificationRequest } from './accreditation.js';
export { CompletionQuery, CompletionFilter, CompletionView, CompletionList, CompletionTotals, CompletionChoices } from './register.js';
export { ExaminationMark, VerificationBatch, VerificationAnswers } from './register.js';
export { jobStates, JobView, JobList, JobQuery, JobSummary, JobRetries, Retried, JobTrend, DeadDeliveryView } from './operations.js';
export { DeadDeliveryList, DeadDeliveryQuery, DeliveryRetries, mailStates, MailView, MailList, MailQuery } from './operations.js';
export { mailPaces, MailPace, notificationGroups, NotificationGroup, notifications, NotificationKind } from './notification.js';
export { notificationKinds, notificationOf, mailTimes, NotificationView, NotificationList, NotificationQuery } from './notification.js';
export { NotificationCount, NotificationChange, NotificationsChanged, NotificationChoice } from './notification.js';
export { NotificationSettingsView, NotificationSettingsChange, Unsubscribed } from './notification.js';
export { CalendarEntryKind, CalendarEntryView, CalendarList, CalendarQuery, CalendarFeedView } from './calendar.js';
export { OwnData } from './own-data.js';
export { events, type EventName, type Item, type Items } from './events.js';
export { jobs, jobsOf, mayCancel, type JobDeclaration, type JobKind } from './jobs.js';
export { views, type ViewName, type ViewRow } from './views.js';
export { auditVersion, auditedColumns, auditedKinds, type AuditedDeclaration, type AuditedKind } from './audited.js';
export { problems, fillText, problemText, ProblemDetail, type ProblemCode, type ProblemParameters } from './problems.js';
export { type ProblemText } from './problems/text.js';
export { PackageVersionCreate, PackageVersionView, PackageVersionList, PackageDifferencesView } from './package-version.js';
export { PackageDifferencesQuery, packageMoveRules, PackageMoveRule, PackageMoveCreate, PackageMoveQuery } from './package-version.js';
export { PackageMovePreview, PackageMovePersonView, PackageMovePeople, PackageMovePeopleQuery } from './package-version.js';
export { PackageMoveStarted, PackageMoveView, PackageMoveList } from './package-version.js';
export { rightAreas, rights, rightNames, grantsGiving, givesRight } from './rights.js';
export type { RightArea, RightDeclaration, RightName } from './rights.js';
export { GrantCreate, GrantView, GrantList, GrantQuery, PersonRightsView, RightList, IssuedTokenView } from './administration.js';
export { IssuedTokenList, IssuedTokenQuery } from './administration.js';
export { auditKinds, AuditSubject, AuditEntryView, AuditEntryList, AuditQuery, AuditExportQuery, auditCheckStates } from './audit.js';
export { brokenReasons, AuditCheckView, AuditCheckList } from './audit.js';
export { Condition, HealthReport } from './health.js';
export { AcademySettings, settingNames, factorDemands, AcademySettingsChange, AcademySettingsView, Color } from './academy.js';
export { ColorQuery, ColorTrial, BrandView, largestLogo, type SettingName } from './academy.js';
export { ageBands, AgeBand, dimensions, Dimension, measures, Measure, InsightQuery, BreakdownQuery, LearnerQuery } from './insights.js';
export {
  Counts,
  BreakdownRow,
  funnelSteps,
  DashboardView,
  OutcomesView,
  LearnerView,
  LearnerList,
  publicMeasures,
  NumbersView,
} from './insights.js';
export { NumbersQuery } from './insights.js';
export { breakdownHeadings, learnerHeadings } from './insights-headings.js';
