import { createStandIn } from './server';
import type { PayStandInOptions } from './world/pay-options';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`The stand-in needs ${name} in its environment.`);
  return value;
};

const pages = process.env.WECHAT_RELEASED_PAGES?.split(',')
  .map((page) => page.trim())
  .filter(Boolean);

/** The merchant's side has the same names at the api; only the platform's own key is the stand-in's alone. */
const payFrom = (env: NodeJS.ProcessEnv): PayStandInOptions | undefined => {
  if (!env.STAND_IN_PAY_PLATFORM_KEY) return undefined;
  return {
    merchantId: need('WECHAT_PAY_MERCHANT_ID'),
    merchantSerial: need('WECHAT_PAY_MERCHANT_SERIAL'),
    merchantKeyPem: need('WECHAT_PAY_MERCHANT_KEY').replaceAll('\\n', '\n'),
    apiV3Key: need('WECHAT_PAY_API_V3_KEY'),
    platformKeyPem: env.STAND_IN_PAY_PLATFORM_KEY.replaceAll('\\n', '\n'),
    publicKeyId: env.WECHAT_PAY_PUBLIC_KEY_ID || null,
    timeScale: Number(env.STAND_IN_PAY_TIME_SCALE ?? 1),
  };
};

const start = async (): Promise<void> => {
  const { app } = createStandIn({
    appId: need('WECHAT_APP_ID'),
    appSecret: need('WECHAT_APP_SECRET'),
    dataFolder: process.env.STAND_IN_DATA || undefined,
    releasedPages: pages?.length ? pages : undefined,
    pay: payFrom(process.env),
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
