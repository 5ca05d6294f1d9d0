import 'reflect-metadata';
import { CatalogModule } from '@aula/catalog';
import { open } from '@aula/platform';

await open({ catalog: CatalogModule });
