import 'reflect-metadata';
import { AccreditationModule } from '@aula/accreditation';
import { AssessmentModule } from '@aula/assessment';
import { CatalogModule } from '@aula/catalog';
import { ContentModule } from '@aula/content';
import { EnrollmentModule } from '@aula/enrollment';
import { IdentityModule } from '@aula/identity';
import { InsightsModule } from '@aula/insights';
import { migrate, readSettings } from '@aula/platform';

// npm run migrate: brings the database of DATABASE_URL to this release. Safe to run again, and from several places at once.
await migrate(readSettings(), [
  IdentityModule,
  CatalogModule,
  ContentModule,
  AssessmentModule,
  EnrollmentModule,
  AccreditationModule,
  InsightsModule,
]);
