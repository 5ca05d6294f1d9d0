import { House } from '@aula/platform';
import { AccessTokenController } from './access-token/access-token.controller.js';
import { accessTokenPolicy } from './access-token/access-token.policy.js';
import { AccessTokenService } from './access-token/access-token.service.js';
import { IssuedTokenController } from './access-token/issued-token.controller.js';
import { AuditCheckJobs } from './audit/audit-check.jobs.js';
import { AuditChecks } from './audit/audit-check.service.js';
import { AuditController } from './audit/audit.controller.js';
import { auditPolicy } from './audit/audit.policy.js';
import { AuditService } from './audit/audit.service.js';
import { FirstAdministrator } from './grant/first-administrator.service.js';
import { GrantController } from './grant/grant.controller.js';
import { RoleGrantSchema } from './grant/grant.entity.js';
import { grantPolicy } from './grant/grant.policy.js';
import { GrantService } from './grant/grant.service.js';
import { HealthController } from './health/health.controller.js';
import { HealthService } from './health/health.service.js';
import { DifferenceController } from './import/difference.controller.js';
import { Differences } from './import/difference.service.js';
import { ImportController } from './import/import.controller.js';
import { ImportJobs } from './import/import.jobs.js';
import { importPolicy } from './import/import.policy.js';
import { ImportService } from './import/import.service.js';
import { ReversalJobs } from './import/reversal.jobs.js';
import { StageService } from './import/stage.service.js';
import { InstitutionController } from './institution/institution.controller.js';
import { InstitutionSchema } from './institution/institution.entity.js';
import { institutionPolicy } from './institution/institution.policy.js';
import { InstitutionService } from './institution/institution.service.js';
import { Letters } from './letter/letter.service.js';
import { MergeController } from './merge/merge.controller.js';
import { Merges } from './merge/merge.service.js';
import { ReminderListener } from './letter/reminder.listener.js';
import { People } from './migrations/0001-people.js';
import { SignInMethods } from './migrations/0002-sign-in.js';
import { Imports } from './migrations/0003-imports.js';
import { PublishedViews } from './migrations/0004-published-views.js';
import { MemberStates } from './migrations/0005-member-states.js';
import { PeopleSearch } from './migrations/0006-people-search.js';
import { TellableSessions } from './migrations/0007-sessions.js';
import { SecondFactors } from './migrations/0008-second-factors.js';
import { PasskeyFactors } from './migrations/0009-passkeys.js';
import { PersonDetails } from './migrations/0010-person-details.js';
import { Notifications as NotificationTables } from './migrations/0016-notifications.js';
import { NotificationChoices } from './notification/choice.service.js';
import { DeadOrderJobs } from './notification/dead-order.jobs.js';
import { DeadlineJobs } from './notification/deadline.jobs.js';
import { DigestJobs } from './notification/digest.jobs.js';
import { NotificationController } from './notification/notification.controller.js';
import { NotificationListener } from './notification/notification.listener.js';
import { notificationPolicy } from './notification/notification.policy.js';
import { Notifications } from './notification/notification.service.js';
import { IdentityAdministration } from './migrations/0014-administration.js';
import { PeopleInCare } from './migrations/0011-people-in-care.js';
import { GrantsAndIds } from './migrations/0020-grants-and-ids.js';
import { CarriedNotifications } from './migrations/0021-carried-notifications.js';
import { DeadOrderNotices } from './migrations/0090-dead-order-notices.js';
import { ImportDetails } from './migrations/0012-import-details.js';
import { HousekeepingJobs } from './operations/housekeeping.jobs.js';
import { MailJobs } from './operations/mail.jobs.js';
import { OperationsController } from './operations/operations.controller.js';
import { operationsPolicy } from './operations/operations.policy.js';
import { OperationsService } from './operations/operations.service.js';
import { OwnPasskeys } from './passkey/own-passkey.service.js';
import { PasskeyController } from './passkey/passkey.controller.js';
import { Passkeys } from './passkey/passkey.service.js';
import { PasswordLetters } from './password/code.service.js';
import { Hashing } from './password/hashing.service.js';
import { PasswordController } from './password/password.controller.js';
import { passwordPolicy } from './password/password.policy.js';
import { PasswordService } from './password/password.service.js';
import { PasswordResets } from './password/reset.service.js';
import { OwnDataController } from './person/own-data.controller.js';
import { PeopleController } from './person/people.controller.js';
import { PersonController } from './person/person.controller.js';
import { PersonSchema } from './person/person.entity.js';
import { personPolicy } from './person/person.policy.js';
import { PersonService } from './person/person.service.js';
import { FactorChanges } from './second-factor/change.service.js';
import { FactorProofs } from './second-factor/proof.service.js';
import { RecoveryCodes } from './second-factor/recovery-code.service.js';
import { FactorResets } from './second-factor/reset.service.js';
import { SecondFactorController } from './second-factor/second-factor.controller.js';
import { secondFactorPolicy } from './second-factor/second-factor.policy.js';
import { SecondFactorService } from './second-factor/second-factor.service.js';
import { StepUp } from './second-factor/step-up.service.js';
import { TotpKeys } from './second-factor/totp-keys.service.js';
import { TotpApps } from './second-factor/totp.service.js';
import { SessionController } from './session/session.controller.js';
import { sessionPolicy } from './session/session.policy.js';
import { SessionService } from './session/session.service.js';
import { SettingController } from './setting/setting.controller.js';
import { settingPolicy } from './setting/setting.policy.js';
import { SettingService } from './setting/setting.service.js';
import { Challenges } from './sign-in/challenge.service.js';
import { Credentials } from './sign-in/credentials.service.js';
import { PasskeySignIns } from './sign-in/passkey-sign-in.service.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { signInPolicy } from './sign-in/sign-in.policy.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { Throttle } from './sign-in/throttle.service.js';
import { SuspensionController } from './suspension/suspension.controller.js';
import { Suspensions } from './suspension/suspension.service.js';

/** Who is who: Member States, institutions, people, roles, sign-in, imports; and the administrator's view of the work in hand. */
@House({
  name: 'identity',
  entities: [InstitutionSchema, PersonSchema, RoleGrantSchema],
  migrations: [
    People,
    SignInMethods,
    Imports,
    PublishedViews,
    MemberStates,
    PeopleSearch,
    TellableSessions,
    SecondFactors,
    PasskeyFactors,
    PersonDetails,
    NotificationTables,
    IdentityAdministration,
    PeopleInCare,
    ImportDetails,
    GrantsAndIds,
    CarriedNotifications,
    DeadOrderNotices,
  ],
  policies: [
    signInPolicy,
    sessionPolicy,
    secondFactorPolicy,
    passwordPolicy,
    institutionPolicy,
    personPolicy,
    grantPolicy,
    accessTokenPolicy,
    importPolicy,
    notificationPolicy,
    operationsPolicy,
    auditPolicy,
    settingPolicy,
  ],
  controllers: [
    SignInController,
    SessionController,
    SecondFactorController,
    PasskeyController,
    PasswordController,
    InstitutionController,
    PersonController,
    OwnDataController,
    PeopleController,
    SuspensionController,
    MergeController,
    GrantController,
    AccessTokenController,
    ImportController,
    NotificationController,
    DifferenceController,
    OperationsController,
    IssuedTokenController,
    AuditController,
    HealthController,
    SettingController,
  ],
  providers: [
    Hashing,
    Throttle,
    Credentials,
    Challenges,
    Notifications,
    NotificationChoices,
    NotificationListener,
    DigestJobs,
    DeadlineJobs,
    DeadOrderJobs,
    Letters,
    ReminderListener,
    SessionService,
    SignInService,
    PasskeySignIns,
    TotpKeys,
    TotpApps,
    RecoveryCodes,
    Passkeys,
    FactorProofs,
    StepUp,
    FactorChanges,
    FactorResets,
    SecondFactorService,
    OwnPasskeys,
    PasswordLetters,
    PasswordService,
    PasswordResets,
    InstitutionService,
    Suspensions,
    PersonService,
    Merges,
    GrantService,
    FirstAdministrator,
    AccessTokenService,
    ImportService,
    StageService,
    Differences,
    ImportJobs,
    ReversalJobs,
    OperationsService,
    MailJobs,
    HousekeepingJobs,
    AuditService,
    AuditChecks,
    AuditCheckJobs,
    HealthService,
    SettingService,
  ],
})
export class IdentityModule {}
