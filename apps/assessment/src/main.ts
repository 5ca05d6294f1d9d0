import 'reflect-metadata';
import { AssessmentModule } from '@aula/assessment';
import { open } from '@aula/platform';

await open({ assessment: AssessmentModule });
