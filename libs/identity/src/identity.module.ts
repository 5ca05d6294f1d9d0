import { House } from '@aula/platform';
import { AccessTokenController } from './access-token/access-token.controller.js';
import { accessTokenPolicy } from './access-token/access-token.policy.js';
import { AccessTokenService } from './access-token/access-token.service.js';
import { FirstAdministrator } from './grant/first-administrator.service.js';
import { GrantController } from './grant/grant.controller.js';
import { RoleGrantSchema } from './grant/grant.entity.js';
import { grantPolicy } from './grant/grant.policy.js';
import { GrantService } from './grant/grant.service.js';
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
import { People } from './migrations/0001-people.js';
import { SignInMethods } from './migrations/0002-sign-in.js';
import { Imports } from './migrations/0003-imports.js';
import { PublishedViews } from './migrations/0004-published-views.js';
import { MemberStates } from './migrations/0005-member-states.js';
import { PeopleSearch } from './migrations/0006-people-search.js';
import { HousekeepingJobs } from './operations/housekeeping.jobs.js';
import { MailJobs } from './operations/mail.jobs.js';
import { OperationsController } from './operations/operations.controller.js';
import { operationsPolicy } from './operations/operations.policy.js';
import { OperationsService } from './operations/operations.service.js';
import { PasswordLetters } from './password/code.service.js';
import { Hashing } from './password/hashing.service.js';
import { PasswordController } from './password/password.controller.js';
import { passwordPolicy } from './password/password.policy.js';
import { PasswordService } from './password/password.service.js';
import { PersonController } from './person/person.controller.js';
import { PersonSchema } from './person/person.entity.js';
import { personPolicy } from './person/person.policy.js';
import { PersonService } from './person/person.service.js';
import { SessionController } from './session/session.controller.js';
import { sessionPolicy } from './session/session.policy.js';
import { SessionService } from './session/session.service.js';
import { Throttle } from './session/throttle.service.js';

/** Who is who: Member States, institutions, people, roles, sign-in, imports; and the administrator's view of the work in hand. */
@House({
  name: 'identity',
  entities: [InstitutionSchema, PersonSchema, RoleGrantSchema],
  migrations: [People, SignInMethods, Imports, PublishedViews, MemberStates, PeopleSearch],
  policies: [
    sessionPolicy,
    passwordPolicy,
    institutionPolicy,
    personPolicy,
    grantPolicy,
    accessTokenPolicy,
    importPolicy,
    operationsPolicy,
  ],
  controllers: [
    SessionController,
    PasswordController,
    InstitutionController,
    PersonController,
    GrantController,
    AccessTokenController,
    ImportController,
    OperationsController,
  ],
  providers: [
    Hashing,
    Throttle,
    SessionService,
    PasswordLetters,
    PasswordService,
    InstitutionService,
    PersonService,
    GrantService,
    FirstAdministrator,
    AccessTokenService,
    ImportService,
    StageService,
    ImportJobs,
    ReversalJobs,
    OperationsService,
    MailJobs,
    HousekeepingJobs,
  ],
})
export class IdentityModule {}
