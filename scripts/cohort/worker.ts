import 'reflect-metadata';
import { AccreditationModule } from '@aula/accreditation';
import { AssessmentModule } from '@aula/assessment';
import { CatalogModule } from '@aula/catalog';
import { ContentModule } from '@aula/content';
import { EnrollmentModule } from '@aula/enrollment';
import { IdentityModule } from '@aula/identity';
import { InsightsModule } from '@aula/insights';
import { openWorker, type HouseClass } from '@aula/platform';

// The worker of the houses named in COHORT_HOUSES alone, so that each step of the cohort is measured by itself.
const modules: Record<string, HouseClass> = {
  identity: IdentityModule,
  catalog: CatalogModule,
  enrollment: EnrollmentModule,
  content: ContentModule,
  assessment: AssessmentModule,
  accreditation: AccreditationModule,
  insights: InsightsModule,
};
const wanted = (process.env['COHORT_HOUSES'] ?? '').split(',');
await openWorker(Object.fromEntries(Object.entries(modules).filter(([name]) => wanted.includes(name))));
