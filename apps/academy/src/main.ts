import 'reflect-metadata';
import { AccreditationModule } from '@aula/accreditation';
import { AssessmentModule } from '@aula/assessment';
import { CatalogModule } from '@aula/catalog';
import { ContentModule } from '@aula/content';
import { EnrollmentModule } from '@aula/enrollment';
import { IdentityModule } from '@aula/identity';
import { InsightsModule } from '@aula/insights';
import { open } from '@aula/platform';

await open({
  identity: IdentityModule,
  catalog: CatalogModule,
  enrollment: EnrollmentModule,
  content: ContentModule,
  assessment: AssessmentModule,
  accreditation: AccreditationModule,
  insights: InsightsModule,
});
