import { PERMISSIONS } from '@fanloop/organization';
import { API_SCOPES } from '@fanloop/platform';
import { Controller, Get, Module } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/src/app.module';
import { type DeclaredRoute, ForPublic, routesOf } from '../../apps/api/src/auth';
import { DeclaredRoutes } from '../../apps/api/src/auth/declared-routes';
import { fastifyAdapter } from '../../apps/api/src/create-app';
import { readEnv } from '../../config/env';

const KEY = '0'.repeat(64);
const env = readEnv({
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  LOG_LEVEL: 'silent',
  WECHAT_APP_ID: 'none',
  WECHAT_APP_SECRET: 'none',
  FIELD_KEY: KEY,
  BLIND_INDEX_KEY: KEY,
  MEMBER_CODE_KEY: KEY,
});

/** Nothing is connected: the application is only previewed, with all its controllers. */
const routesOfTheApi = async (): Promise<DeclaredRoute[]> => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env), fastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  return routesOf(app.get(ModulesContainer, { strict: false }));
};

/** Open to everybody, on purpose. A route that joins them is added here, in a change that somebody reads. */
const PUBLIC = [
  'GET /healthz',
  'GET /metrics',
  'GET /open/media/:name',
  'GET /readyz',
  'POST /console/session',
  'POST /console/session/refresh',
  'POST /member/session',
  'POST /member/session/refresh',
  'POST /notify/wechat-pay/payments',
  'POST /notify/wechat-pay/refunds',
];

describe('the routes of the api', () => {
  let routes: DeclaredRoute[];
  beforeAll(async () => {
    routes = await routesOfTheApi();
  });
  const named = (route: DeclaredRoute): string => `${route.method} ${route.path}`;

  it('S8 each declares whom it is for', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes.filter((route) => route.access === null).map(named)).toEqual([]);
  });

  it('S8 only these are open without a session', () =>
    expect(
      routes
        .filter((route) => route.access?.audience === 'public')
        .map(named)
        .filter((name) => !PUBLIC.includes(name)),
    ).toEqual([]));

  it('S8 the folder of an audience holds routes for that audience', () => {
    const wrong = routes.filter(({ path, access }) => {
      const audience = access?.audience;
      if (audience === 'public') return false;
      if (path.startsWith('/console/')) return audience !== 'console';
      if (path === '/clerk/binding') return audience !== 'visitor';
      if (path.startsWith('/clerk/')) return audience !== 'clerk';
      if (path.startsWith('/open/')) return audience !== 'open';
      return audience !== 'member' && audience !== 'visitor';
    });
    expect(wrong.map(named)).toEqual([]);
  });

  it('S8 each console route names a permission that exists, but for one’s own account', () => {
    const own = /^\/console\/(session|me|me\/password)$/;
    const wrong = routes.filter(
      ({ path, access }) =>
        access?.audience === 'console' &&
        !own.test(path) &&
        (access.permission === null || !PERMISSIONS.includes(access.permission)),
    );
    expect(wrong.map(named)).toEqual([]);
  });

  it('S8 each open route names a scope that a key can hold', () => {
    const open = routes.flatMap(({ access }) => (access?.audience === 'open' ? [access.scope] : []));
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((scope) => !API_SCOPES.includes(scope))).toEqual([]);
  });

  it('no two routes share method and path', () => {
    const names = routes.map(named);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('S8 a route that declares nothing', () => {
  @Controller('declared')
  class DeclaredController {
    @Get() @ForPublic() show(): string {
      return 'seen';
    }
  }
  @Controller('forgotten')
  class ForgottenController {
    @Get() show(): string {
      return 'seen';
    }
  }
  const start = async (controllers: (typeof DeclaredController | typeof ForgottenController)[]): Promise<void> => {
    @Module({ controllers, providers: [DeclaredRoutes] })
    class SomeModule {}
    const app = await NestFactory.create<NestFastifyApplication>(SomeModule, fastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    await app.init().finally(() => app.close());
  };

  it('keeps the application from starting', async () => {
    await expect(start([DeclaredController])).resolves.toBeUndefined();
    await expect(start([DeclaredController, ForgottenController])).rejects.toThrow('ForgottenController.show');
  });
});
