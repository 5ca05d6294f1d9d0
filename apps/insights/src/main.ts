import 'reflect-metadata';
import { InsightsModule } from '@aula/insights';
import { open } from '@aula/platform';

await open({ insights: InsightsModule });
