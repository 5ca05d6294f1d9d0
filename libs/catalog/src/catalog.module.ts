import { House } from '@aula/platform';

@House({ name: 'catalog', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class CatalogModule {}
