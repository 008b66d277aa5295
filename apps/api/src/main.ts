import { messageOf } from '@fanloop/kernel';
import 'reflect-metadata';
import { readEnv } from '../../../config/env';
import { createApp } from './create-app';

const start = async (): Promise<void> => {
  const env = readEnv();
  const app = await createApp(env);
  await app.listen(env.PORT, env.HOST);
  process.send?.({ ready: await app.getUrl() });
};

start().catch((error: unknown) => {
  process.stderr.write(`api: ${messageOf(error)}\n`);
  process.exit(1);
});
