import { CLOCK, createLog, Deliver, DrainOutbox, Relay, UnitOfWork } from '@fanloop/platform';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../apps/api/src/app.module';
import { configureApp, fastifyAdapter } from '../../apps/api/src/create-app';
import { createStandIn, type StandIn } from '../../apps/wechat-stand-in/src/server';
import { MovableClock } from '../../apps/wechat-stand-in/src/world/clock';
import type { Deliver as DeliverNotice } from '../../apps/wechat-stand-in/src/world/pay-options';
import { subscriptions } from '../../apps/worker/src/subscriptions';
import { readEnv } from '../../config/env';
import { FixedClock } from './fixed-clock';
import { payPair } from './pay-keys';
import type { PrivateDatabase } from './private-database';

export interface ApiAnswer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: Body;
}

export interface ApiCall {
  readonly token?: string;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly headers?: Record<string, string>;
}

/** The real api in this process, on the private database, with a clock that stands still and a WeChat of its own. */
export interface ApiApp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  /** Base address of the stand-in that plays WeChat. */
  readonly standInUrl: string;
  readonly standIn: StandIn;
  get<T>(token: Type<T> | symbol | (abstract new (...args: never[]) => T)): T;
  /** One request through the whole edge, without a socket. `path` begins with `/api` or is an operations path. */
  call<Body = Record<string, unknown>>(method: string, path: string, call?: ApiCall): Promise<ApiAnswer<Body>>;
  /** Hands all pending events to their handlers; returns how many deliveries there were. */
  drain(): Promise<number>;
  close(): Promise<void>;
}

const APP_ID = 'wx0000000000000001';
const APP_SECRET = 'test-secret';
const NOTIFY_URL = 'https://fanloop.example/api/notify';
const KEY = (digit: string): string => digit.repeat(64);

export const openApiApp = async (database: PrivateDatabase, clock = new FixedClock()): Promise<ApiApp> => {
  let deliver: DeliverNotice = () => Promise.reject(new Error('the api is not there yet'));
  const sameTime = Object.assign(new MovableClock(), { nowMs: () => clock.now().getTime() });
  const pair = payPair(APP_ID, 'public-key', { deliver: (...sent) => deliver(...sent), clock: sameTime });
  const standIn = createStandIn({ appId: APP_ID, appSecret: APP_SECRET, pay: pair.standIn });
  const standInUrl = await standIn.app.listen({ port: 0, host: '127.0.0.1' });
  const env = readEnv({
    DATABASE_URL: database.url,
    REDIS_URL: database.redisUrl,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    WECHAT_BASE_URL: standInUrl,
    WECHAT_APP_ID: APP_ID,
    WECHAT_APP_SECRET: APP_SECRET,
    FIELD_KEY: KEY('a'),
    BLIND_INDEX_KEY: KEY('b'),
    MEMBER_CODE_KEY: KEY('c'),
    ...pair.env(standInUrl, NOTIFY_URL),
  });
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(env)] })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  const app = configureApp(
    module.createNestApplication<NestFastifyApplication>(fastifyAdapter(), { logger: false, rawBody: true }),
    createLog(env.LOG_LEVEL),
  );
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  // WeChat's notifications arrive without a socket, byte for byte.
  deliver = async (url, headers, payload) => {
    const answer = await app.inject({ method: 'POST', url: new URL(url).pathname, headers: { ...headers }, payload });
    return answer.statusCode;
  };
  return {
    app,
    clock,
    standInUrl,
    standIn,
    get: (token) => app.get(token as never, { strict: false }),
    call: (method, path, call = {}) => inject(app, method, path, call),
    drain: drainer(app, clock),
    close: async () => {
      await app.close();
      await standIn.app.close();
    },
  };
};

const inject = async <Body>(
  app: NestFastifyApplication,
  method: string,
  path: string,
  call: ApiCall,
): Promise<ApiAnswer<Body>> => {
  const answer = await app.inject({
    method: method as 'GET',
    url: path,
    headers: {
      ...(call.token ? { authorization: `Bearer ${call.token}` } : {}),
      ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
      ...call.headers,
    },
    ...(call.body === undefined ? {} : { payload: call.body as object }),
  });
  const isJson = String(answer.headers['content-type'] ?? '').includes('json');
  return { status: answer.statusCode, headers: answer.headers, body: (isJson ? answer.json() : answer.body) as Body };
};

const drainer = (app: NestFastifyApplication, clock: FixedClock): (() => Promise<number>) => {
  const handlers = subscriptions.map((handler) => app.get(handler, { strict: false }));
  const unitOfWork = app.get(UnitOfWork, { strict: false });
  const drain = new DrainOutbox(new Relay(unitOfWork, clock, handlers), new Deliver(unitOfWork, clock, handlers));
  return () => drain.execute();
};

/** The same with jest's hooks, for all tests of a file; the database is the one of `usePrivateDatabase`. */
export const useApiApp = (database: PrivateDatabase): ApiApp => {
  let open: ApiApp | null = null;
  const current = (): ApiApp => {
    if (!open) throw new Error('The api app opens in beforeAll: use it inside a test or a hook.');
    return open;
  };
  beforeAll(async () => {
    open = await openApiApp(database);
  });
  afterAll(async () => {
    await open?.close();
  });
  return {
    get app() {
      return current().app;
    },
    get clock() {
      return current().clock;
    },
    get standInUrl() {
      return current().standInUrl;
    },
    get standIn() {
      return current().standIn;
    },
    get: (token) => current().get(token),
    call: (method, path, call) => current().call(method, path, call),
    drain: () => current().drain(),
    close: () => current().close(),
  };
};
