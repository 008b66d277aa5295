import { messageOf } from '@fanloop/kernel';
import 'reflect-metadata';
import { createServer } from 'node:http';
import { createLog, Deliver, Metrics, PinoLogger, Relay } from '@fanloop/platform';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '../../../config/env';
import { DeliveryQueue } from './queue';
import { Scheduler } from './scheduler';
import { schedules } from './schedules';
import { WorkerModule } from './worker.module';

const start = async (): Promise<void> => {
  const env = readEnv();
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), {
    logger: new PinoLogger(createLog(env.LOG_LEVEL)),
  });
  const metrics = app.get(Metrics);
  const queue = new DeliveryQueue(env.REDIS_URL, app.get(Relay), app.get(Deliver), metrics);
  const scheduler = new Scheduler(app, schedules);
  queue.start();
  scheduler.start();
  const server = createServer(async (request, reply) => {
    if (request.url !== '/metrics') return reply.end('ok');
    return reply.setHeader('content-type', metrics.registry.contentType).end(await metrics.registry.metrics());
  }).listen(env.PORT, env.HOST, () => process.send?.({ ready: 'worker' }));
  const stop = async (): Promise<void> => {
    server.close();
    await scheduler.stop();
    await queue.stop();
    await app.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
};

start().catch((error: unknown) => {
  process.stderr.write(`worker: ${messageOf(error)}\n`);
  process.exit(1);
});
