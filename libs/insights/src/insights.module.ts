import { House } from '@aula/platform';
import { DashboardController } from './dashboard/dashboard.controller.js';
import { DashboardService } from './dashboard/dashboard.service.js';
import { insightPolicy } from './insight.policy.js';
import { LearnerController } from './learner/learner.controller.js';
import { Numbers } from './migrations/0001-numbers.js';
import { OutcomesByMonth } from './migrations/0010-outcomes-by-month.js';
import { NumbersController } from './numbers/numbers.controller.js';
import { NumbersService } from './numbers/numbers.service.js';
import { OutcomeController } from './outcome/outcome.controller.js';
import { RebuildController } from './upkeep/rebuild.controller.js';
import { UpkeepJobs } from './upkeep/upkeep.jobs.js';
import { UpkeepListener } from './upkeep/upkeep.listener.js';

@House({
  name: 'insights',
  entities: [],
  migrations: [Numbers, OutcomesByMonth],
  policies: [insightPolicy],
  controllers: [DashboardController, LearnerController, NumbersController, OutcomeController, RebuildController],
  providers: [DashboardService, NumbersService, UpkeepJobs, UpkeepListener],
})
export class InsightsModule {}
