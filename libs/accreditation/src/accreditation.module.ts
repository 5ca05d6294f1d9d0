import { House } from '@aula/platform';

@House({ name: 'accreditation', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class AccreditationModule {}
