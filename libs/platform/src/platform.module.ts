import type { Clock } from '@fanloop/kernel';
import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import Redis from 'ioredis';
import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import { ApiKeys } from './api-keys/api-keys';
import { AuthenticateKey } from './api-keys/authenticate-key';
import { AuditRead } from './audit/audit.read';
import { AuditLog } from './audit/audit-log';
import { BRAND_TIME_ZONE, BusinessCalendar } from './calendar/business-calendar';
import { CLOCK, SystemClock } from './clock/clock';
import { FIELD_KEYS, FieldCipher, FieldKeys } from './crypto/field-cipher';
import { prepareConnections } from './database/data-source-options';
import { Reader } from './database/reader';
import { UnitOfWork } from './database/unit-of-work';
import { Idempotency } from './idempotency/idempotency';
import { RateLimits, REDIS } from './limits/rate-limits';
import { Media } from './media/media';
import { Metrics } from './operations/metrics';
import { DeadLetters } from './outbox/dead-letters';
import { Outbox } from './outbox/outbox';
import { Authenticate } from './sessions/authenticate';
import { Sessions } from './sessions/sessions';

export interface PlatformOptions {
  readonly dataSource: DataSourceOptions;
  readonly redisUrl: string;
  readonly keys: FieldKeys;
  readonly brandTimeZone: string;
  /** Another clock than the machine's: a story told in its own time. */
  readonly clock?: Clock;
}

const PARTS = [
  UnitOfWork,
  Reader,
  Idempotency,
  Outbox,
  AuditLog,
  AuditRead,
  DeadLetters,
  FieldCipher,
  RateLimits,
  Sessions,
  Authenticate,
  ApiKeys,
  AuthenticateKey,
  BusinessCalendar,
  Media,
  Metrics,
];

/** The floor that every context stands on. Global, because each of them needs it. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(REDIS) private readonly redis: Redis) {}

  static forRoot(options: PlatformOptions): DynamicModule {
    const values = [
      { provide: CLOCK, useValue: options.clock ?? new SystemClock() },
      { provide: FIELD_KEYS, useValue: options.keys },
      { provide: BRAND_TIME_ZONE, useValue: options.brandTimeZone },
      { provide: REDIS, useFactory: () => new Redis(options.redisUrl, { maxRetriesPerRequest: 1, lazyConnect: true }) },
    ];
    const database = TypeOrmModule.forRootAsync({
      useFactory: () => options.dataSource,
      dataSourceFactory: async (settings) => {
        const dataSource = new DataSource(settings!);
        await dataSource.initialize();
        prepareConnections(dataSource);
        return dataSource;
      },
    });
    return {
      module: PlatformModule,
      imports: [database],
      providers: [...values, ...PARTS],
      exports: [...values, ...PARTS],
    };
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
