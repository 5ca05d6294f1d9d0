import 'reflect-metadata';
import { AccreditationModule } from '@aula/accreditation';
import { open } from '@aula/platform';

await open({ accreditation: AccreditationModule });
