import { House } from '@aula/platform';
import { AddressCaptionController } from './caption/address-caption.controller.js';
import { AddressCaptions } from './caption/address-caption.service.js';
import { CaptionController } from './caption/caption.controller.js';
import { CaptionService } from './caption/caption.service.js';
import { MediaService } from './caption/media.service.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CourseController } from './course/course.controller.js';
import { CourseSchema } from './course/course.entity.js';
import { coursePolicy } from './course/course.policy.js';
import { CourseService } from './course/course.service.js';
import { CourseFileController } from './course-file/course-file.controller.js';
import { CourseFileJobs } from './course-file/course-file.jobs.js';
import { CourseFileService } from './course-file/course-file.service.js';
import { CourseHistoryController } from './course-history/course-history.controller.js';
import { CourseHistoryService } from './course-history/course-history.service.js';
import { CourseReviewController } from './course-review/course-review.controller.js';
import { CourseReviewSchema } from './course-review/course-review.entity.js';
import { CourseReviewService } from './course-review/course-review.service.js';
import { ReviewerController } from './course-review/reviewer.controller.js';
import { CourseTextController } from './course-text/course-text.controller.js';
import { CourseTextService } from './course-text/course-text.service.js';
import { CourseVersionController } from './course-version/course-version.controller.js';
import { CourseVersionService } from './course-version/course-version.service.js';
import { Courses } from './migrations/0001-courses.js';
import { DraftRevisions } from './migrations/0002-draft-revisions.js';
import { Captions } from './migrations/0003-captions.js';
import { Reviews } from './migrations/0004-reviews.js';
import { DraftCopies } from './migrations/0005-draft-copies.js';
import { AddressCaptions as AddressCaptionTable } from './migrations/0021-address-captions.js';
import { Reviewers } from './migrations/0020-reviewers.js';
import { CatalogPages } from './public-page/public-page.service.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitSchema } from './unit/unit.entity.js';
import { UnitService } from './unit/unit.service.js';

@House({
  name: 'catalog',
  entities: [CourseSchema, UnitSchema, CourseReviewSchema],
  migrations: [Courses, DraftRevisions, Captions, Reviews, DraftCopies, Reviewers, AddressCaptionTable],
  policies: [coursePolicy],
  controllers: [
    CatalogueController,
    CourseController,
    UnitController,
    CourseVersionController,
    CourseFileController,
    CaptionController,
    AddressCaptionController,
    CourseTextController,
    CourseReviewController,
    ReviewerController,
    CourseHistoryController,
  ],
  providers: [
    CourseService,
    UnitService,
    CourseVersionService,
    CourseFileService,
    CourseFileJobs,
    CaptionService,
    AddressCaptions,
    MediaService,
    CourseTextService,
    CourseReviewService,
    CourseHistoryService,
    CatalogPages,
  ],
  pages: CatalogPages,
})
export class CatalogModule {}
