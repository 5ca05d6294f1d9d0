import 'reflect-metadata';
import { EnrollmentModule } from '@aula/enrollment';
import { open } from '@aula/platform';

await open({ enrollment: EnrollmentModule });
