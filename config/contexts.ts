import { PlatformModule } from '@fanloop/platform';
import type { DynamicModule, Type } from '@nestjs/common';
import { databaseOptions } from './data-source';
import type { Env } from './env';

export type ContextModule = DynamicModule | Type<unknown>;

/**
 * Every context of the deployment, floor by floor, with its options: the one place that the api, the worker, the
 * commands and the tests share. A dynamic module is made once and handed to those that stand on it.
 */
export const contextModules = (env: Env): ContextModule[] => {
  const platform = PlatformModule.forRoot({
    dataSource: databaseOptions(env.DATABASE_URL),
    redisUrl: env.REDIS_URL,
    keys: { fieldKey: env.FIELD_KEY, blindIndexKey: env.BLIND_INDEX_KEY },
    brandTimeZone: env.BRAND_TIME_ZONE,
  });
  return [platform];
};
