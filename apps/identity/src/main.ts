import 'reflect-metadata';
import { IdentityModule } from '@aula/identity';
import { open } from '@aula/platform';

await open({ identity: IdentityModule });
