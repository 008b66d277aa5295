import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Env } from '../../../config/env';
import { AppModule } from './app.module';
import { publishDocument } from './openapi';

/** Bodies are small; an imported CSV is the largest. */
const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

const OUTSIDE_API = ['healthz', 'readyz', 'metrics'];

export const fastifyAdapter = (): FastifyAdapter =>
  new FastifyAdapter({ bodyLimit: BODY_LIMIT_BYTES, trustProxy: 'loopback' });

export const prefixRoutes = (app: NestFastifyApplication): NestFastifyApplication =>
  app.setGlobalPrefix('api', { exclude: OUTSIDE_API });

/** What `main.ts` and the tests do alike to a Nest application. */
export const configureApp = (app: NestFastifyApplication): NestFastifyApplication => {
  prefixRoutes(app);
  app.enableShutdownHooks();
  publishDocument(app);
  return app;
};

export const createApp = async (env: Env): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(env), fastifyAdapter(), {
    bufferLogs: true,
    rawBody: true,
  });
  app.useLogger(app.get(Logger));
  return configureApp(app);
};
