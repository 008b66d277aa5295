import { createLog, Metrics, PinoLogger, randomId } from '@fanloop/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Env } from '../../../config/env';
import { AppModule } from './app.module';
import { publishDocument } from './openapi';
import { readJsonBodies } from './operations/json-bodies';
import { installRequestHooks } from './operations/request-hooks';

/** Bodies are small; an imported CSV is the largest. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

const OUTSIDE_API = ['healthz', 'readyz', 'metrics'];

export const fastifyAdapter = (): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: 'loopback', genReqId: () => randomId() });

export const prefixRoutes = (app: NestFastifyApplication): NestFastifyApplication =>
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API });

/** What `main.ts` and the tests do alike to a Nest application. */
export const configureApp = (app: NestFastifyApplication, log: Logger): NestFastifyApplication => {
  prefixRoutes(app);
  readJsonBodies(app);
  installRequestHooks(app.getHttpAdapter().getInstance(), app.get(Metrics), log);
  app.enableShutdownHooks();
  publishDocument(app);
  return app;
};

export const createApp = async (env: Env): Promise<NestFastifyApplication> => {
  const log = createLog(env.LOG_LEVEL);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env), fastifyAdapter(), {
    logger: new PinoLogger(log),
    rawBody: true,
  });
  return configureApp(app, log);
};
