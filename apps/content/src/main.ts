import 'reflect-metadata';
import { ContentModule } from '@aula/content';
import { open } from '@aula/platform';

await open({ content: ContentModule });
