import { createStandIn } from './server';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The stand-in needs ${name} in its environment.`);
  return value;
};

const pages = process.env.WECHAT_RELEASED_PAGES?.split(',')
  .map((page) => page.trim())
  .filter(Boolean);

const start = async (): Promise<void> => {
  const { app } = createStandIn({
    appId: need('WECHAT_APP_ID'),
    appSecret: need('WECHAT_APP_SECRET'),
    dataFolder: process.env.STAND_IN_DATA || undefined,
    releasedPages: pages?.length ? pages : undefined,
  });
  const address = await app.listen({ port: Number(need('PORT')), host: process.env.HOST ?? '127.0.0.1' });
  process.stdout.write(`The WeChat stand-in answers at ${address}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void app.close().then(() => process.exit(0)));
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The stand-in could not start.'}\n`);
  process.exit(1);
});
