import { House } from '@aula/platform';

@House({ name: 'enrollment', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class EnrollmentModule {}
