import { House } from '@aula/platform';

@House({ name: 'identity', entities: [], migrations: [], policies: [], controllers: [], providers: [] })
export class IdentityModule {}
