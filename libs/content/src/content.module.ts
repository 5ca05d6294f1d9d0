import { House } from '@aula/platform';

@House({ name: 'content', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class ContentModule {}
