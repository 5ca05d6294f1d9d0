import { House } from '@aula/platform';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CourseController } from './course/course.controller.js';
import { CourseSchema } from './course/course.entity.js';
import { coursePolicy } from './course/course.policy.js';
import { CourseService } from './course/course.service.js';
import { CourseFileController } from './course-file/course-file.controller.js';
import { CourseFileJobs } from './course-file/course-file.jobs.js';
import { CourseFileService } from './course-file/course-file.service.js';
import { CourseVersionController } from './course-version/course-version.controller.js';
import { CourseVersionService } from './course-version/course-version.service.js';
import { Courses } from './migrations/0001-courses.js';
import { CatalogPages } from './public-page/public-page.service.js';
import { UnitController } from './unit/unit.controller.js';
import { UnitSchema } from './unit/unit.entity.js';
import { UnitService } from './unit/unit.service.js';

@House({
  name: 'catalog',
  entities: [CourseSchema, UnitSchema],
  migrations: [Courses],
  policies: [coursePolicy],
  controllers: [CatalogueController, CourseController, UnitController, CourseVersionController, CourseFileController],
  providers: [CourseService, UnitService, CourseVersionService, CourseFileService, CourseFileJobs, CatalogPages],
  pages: CatalogPages,
})
export class CatalogModule {}
