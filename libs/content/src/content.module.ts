import { House } from '@aula/platform';
import { AttemptListener } from './attempt/attempt.listener.js';
import { attemptPolicy } from './attempt/attempt.policy.js';
import { CommitService } from './attempt/commit.service.js';
import { FileController } from './attempt/file.controller.js';
import { FileService } from './attempt/file.service.js';
import { FoldingService } from './attempt/folding.service.js';
import { KeepingService } from './attempt/keeping.service.js';
import { LaunchController } from './attempt/launch.controller.js';
import { LaunchJobs } from './attempt/launch.jobs.js';
import { LaunchService } from './attempt/launch.service.js';
import { LeaseService } from './attempt/lease.service.js';
import { PassService } from './attempt/pass.service.js';
import { PlayedService } from './attempt/played.service.js';
import { PlayerService } from './attempt/player.service.js';
import { PresenceController } from './attempt/presence.controller.js';
import { PresenceService } from './attempt/presence.service.js';
import { ReaderService } from './attempt/reader.service.js';
import { RuntimeController } from './attempt/runtime.controller.js';
import { ShelfService } from './attempt/shelf.service.js';
import { InspectionController } from './inspection/inspection.controller.js';
import { inspectionPolicy } from './inspection/inspection.policy.js';
import { InspectionService } from './inspection/inspection.service.js';
import { Packages } from './migrations/0001-packages.js';
import { Attempts } from './migrations/0002-attempts.js';
import { Sequencing } from './migrations/0003-sequencing.js';
import { Uploads } from './migrations/0004-uploads.js';
import { Blobs } from './migrations/0005-blobs.js';
import { AttemptHistory } from './migrations/0006-attempt-history.js';
import { Restorations } from './migrations/0007-restorations.js';
import { PackageVersions } from './migrations/0008-package-versions.js';
import { PackageMoveQueue } from './migrations/0010-package-move-queue.js';
import { CarriedStates } from './migrations/0011-carried-states.js';
import { Differences } from './migrations/0012-differences.js';
import { PersonMoves } from './migrations/0030-person-moves.js';
import { SummaryTries } from './migrations/0040-summary-tries.js';
import { SetAsideApart } from './migrations/0041-set-aside-apart.js';
import { RoomOfAttempts } from './migrations/0042-room-of-attempts.js';
import { BroughtStates } from './migrations/0060-brought-states.js';
import { PersonMoveListener } from './person-move/person-move.listener.js';
import { CarryService } from './move/carry.service.js';
import { MoveController } from './move/move.controller.js';
import { MoveJobs } from './move/move.jobs.js';
import { MoveService } from './move/move.service.js';
import { Interactions } from './migrations/0009-interactions.js';
import { InteractionJobs } from './interaction/interaction.jobs.js';
import { PackageController } from './package/package.controller.js';
import { PackageJobs } from './package/package.jobs.js';
import { packagePolicy } from './package/package.policy.js';
import { PackageService } from './package/package.service.js';
import { RecheckService } from './package/recheck.service.js';
import { RemovalService } from './package/removal.service.js';
import { UnpackingService } from './package/unpacking.service.js';
import { RestoringController } from './restoring/restoring.controller.js';
import { RestoringService } from './restoring/restoring.service.js';
import { SituationService } from './restoring/situation.service.js';
import { QuestionReportController } from './question-report/question-report.controller.js';
import { questionReportPolicy } from './question-report/question-report.policy.js';
import { QuestionReportService } from './question-report/question-report.service.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';
import { UploadController } from './upload/upload.controller.js';
import { UploadJobs } from './upload/upload.jobs.js';
import { UploadService } from './upload/upload.service.js';
import { UploadStore } from './upload/upload-store.service.js';
import { VersionController } from './version/version.controller.js';
import { VersionService } from './version/version.service.js';

@House({
  name: 'content',
  entities: [],
  migrations: [
    Packages,
    Attempts,
    Sequencing,
    Uploads,
    Blobs,
    AttemptHistory,
    Restorations,
    PackageVersions,
    Interactions,
    PackageMoveQueue,
    CarriedStates,
    Differences,
    PersonMoves,
    SummaryTries,
    SetAsideApart,
    RoomOfAttempts,
    BroughtStates,
  ],
  policies: [packagePolicy, attemptPolicy, inspectionPolicy, questionReportPolicy],
  shortcut: FileController,
  controllers: [
    PackageController,
    VersionController,
    MoveController,
    UploadController,
    LaunchController,
    RuntimeController,
    PresenceController,
    FileController,
    InspectionController,
    TimelineController,
    RestoringController,
    QuestionReportController,
  ],
  providers: [
    PackageService,
    UnpackingService,
    RemovalService,
    RecheckService,
    PackageJobs,
    VersionService,
    MoveService,
    CarryService,
    MoveJobs,
    UploadService,
    UploadStore,
    UploadJobs,
    LaunchService,
    PassService,
    LeaseService,
    CommitService,
    PresenceService,
    FoldingService,
    PlayedService,
    FileService,
    ReaderService,
    ShelfService,
    KeepingService,
    PlayerService,
    AttemptListener,
    PersonMoveListener,
    LaunchJobs,
    InspectionService,
    TimelineService,
    SituationService,
    RestoringService,
    QuestionReportService,
    InteractionJobs,
  ],
})
export class ContentModule {}
