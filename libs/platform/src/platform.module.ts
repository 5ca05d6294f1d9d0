import { Inject, Module, type DynamicModule, type FactoryProvider, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { policiesOf } from './access/may.js';
import { Passes } from './access/passes.js';
import { RateLimits } from './access/rate-limits.js';
import { Sessions } from './access/sessions.js';
import { Clock } from './clock.js';
import { openOrm, plainPool } from './database/orm.js';
import { openPool } from './database/pools.js';
import { definitionOf, type HouseClass } from './house.js';
import { Guard } from './http/guard.js';
import { Idempotency } from './http/idempotency.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Ids } from './ids.js';
import { Mail } from './mail/mail.js';
import { Random } from './random.js';
import type { Runtime } from './runtime.js';
import { LiveSettings } from './settings/live.js';
import { ObjectStorage } from './storage/storage.js';
import { Work, type Wake } from './work/work.js';

/** The settings of the process, for constructors: `@Inject(SETTINGS) settings: Settings`. */
export const SETTINGS = Symbol('aula:settings');
/** The house's own plain pg pool: group commits, COPY, session look-ups. `@Inject(POOL) pool: pg.Pool`. */
export const POOL = Symbol('aula:pool');
/** The process's log: `@Inject(LOG) log: Logger`. */
export const LOG = Symbol('aula:log');

/** What every house finds in its container; made anew for each house, with the house's own database role. */
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(
    private readonly orm: MikroORM,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  static of(house: HouseClass, runtime: Runtime, wake: Wake): DynamicModule {
    const { name, entities } = definitionOf(house);
    const { settings, log } = runtime;
    const provide = (
      token: FactoryProvider['provide'],
      useFactory: FactoryProvider['useFactory'],
      inject: FactoryProvider['inject'] = [],
    ): Provider => ({
      provide: token,
      useFactory,
      inject,
    });
    const offered: Provider[] = [
      { provide: SETTINGS, useValue: settings },
      { provide: LOG, useValue: log },
      { provide: Clock, useValue: runtime.clock },
      { provide: Random, useValue: runtime.random },
      { provide: Ids, useValue: runtime.ids },
      provide(MikroORM, () => openOrm(name, entities, settings, runtime.limits)),
      provide(POOL, () => openPool(settings, name, runtime.limits, plainPool)),
      provide(Work, (orm: MikroORM, pool: pg.Pool) => new Work(orm, name, runtime.ids, wake, pool), [MikroORM, POOL]),
      provide(Sessions, (pool: pg.Pool) => new Sessions(pool), [POOL]),
      provide(LiveSettings, (pool: pg.Pool) => new LiveSettings(pool, settings), [POOL]),
      provide(Passes, () => new Passes(settings.secret)),
      provide(RateLimits, (pool: pg.Pool) => new RateLimits(pool), [POOL]),
      provide(ObjectStorage, (pool: pg.Pool) => runtime.storage(pool), [POOL]),
      provide(Mail, () => new Mail(settings, runtime.ids)),
    ];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        ...offered,
        provide(
          APP_GUARD,
          (sessions: Sessions, passes: Passes, live: LiveSettings) => new Guard(sessions, passes, settings, live, policiesOf(house)),
          [Sessions, Passes, LiveSettings],
        ),
        provide(APP_INTERCEPTOR, (work: Work) => new Idempotency(work, name, settings.secret), [Work]),
        provide(APP_FILTER, () => new ProblemFilter(log)),
      ],
      exports: [...offered.map((provider) => (provider as FactoryProvider).provide), DiscoveryModule],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
    await this.pool.end();
  }
}
