import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { fastifyAdapter, prefixRoutes } from './create-app';
import { openApiDocument } from './openapi';

const KEY = '0'.repeat(64);

/** Settings of the right shape: nothing is connected, since the application is only previewed. */
const ENV = {
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  REDIS_URL: 'redis://127.0.0.1:1',
  HOST: '127.0.0.1',
  PORT: 0,
  LOG_LEVEL: 'silent',
  BRAND_NAME: 'none',
  BRAND_TIME_ZONE: 'Asia/Shanghai',
  WECHAT_BASE_URL: 'http://127.0.0.1:1',
  WECHAT_APP_ID: 'none',
  WECHAT_APP_SECRET: 'none',
  FIELD_KEY: KEY,
  BLIND_INDEX_KEY: KEY,
  MEMBER_CODE_KEY: KEY,
} as const;

/** The OpenAPI document as JSON text, from the routes alone: no database, no Redis. */
export const openApiText = async (): Promise<string> => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(ENV), fastifyAdapter(), {
    preview: true,
    logger: false,
  });
  prefixRoutes(app);
  return `${JSON.stringify(openApiDocument(app), null, 1)}\n`;
};

const [, script, target] = process.argv;
if (script?.endsWith('write-openapi.js') && target)
  void openApiText().then((text) => {
    writeFileSync(target, text);
    process.exit(0);
  });
