import { House } from '@aula/platform';

@House({ name: 'assessment', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class AssessmentModule {}
