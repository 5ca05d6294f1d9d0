import { House } from '@aula/platform';
import { Packages } from './migrations/0001-packages.js';

@House({ name: 'content', entities: [], migrations: [Packages], policies: [], controllers: [], providers: [] })
export class ContentModule {}
