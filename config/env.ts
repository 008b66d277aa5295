import { z } from 'zod';

/** An empty text, as compose files write what is not set, counts as nothing. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i, 'needs 32 bytes, written as 64 hex digits (openssl rand -hex 32)');

/** Every setting of the deployment. `main.ts` reads it once; libraries get options, never the environment. */
export const envSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^mysql$/ }).describe('mysql://user:password@host:port/database'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).describe('redis://host:port'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  BRAND_NAME: z.string().trim().min(1).max(24).default('官方').describe('who speaks in the feed'),
  BRAND_TIME_ZONE: z.string().default('Asia/Shanghai').describe('IANA zone of the business day'),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com'),
  WECHAT_APP_ID: z.string().min(1),
  WECHAT_APP_SECRET: z.string().min(1),
  WECHAT_PAY_BASE_URL: optional(z.url()).describe('default https://api.mch.weixin.qq.com'),
  WECHAT_PAY_MERCHANT_ID: optional(z.string()).describe('ten digits; without it nobody can pay'),
  WECHAT_PAY_MERCHANT_SERIAL: optional(z.string()).describe('of the merchant certificate, hexadecimal'),
  WECHAT_PAY_MERCHANT_KEY: optional(z.string()).describe('apiclient_key.pem, its line ends as they are or as \\n'),
  WECHAT_PAY_API_V3_KEY: optional(z.string()).describe('32 characters'),
  WECHAT_PAY_PUBLIC_KEY_ID: optional(z.string()).describe('PUB_KEY_ID_…; without it certificates are downloaded'),
  WECHAT_PAY_PUBLIC_KEY: optional(z.string()).describe('PEM of that public key'),
  WECHAT_PAY_NOTIFY_URL: optional(z.url().regex(/^[^?#]*[^?#/]$/, 'has no query and no slash at its end')).describe(
    'public address of /api/notify, for WeChat to call',
  ),
  FIELD_KEY: hexKey.describe('encrypts personal fields'),
  BLIND_INDEX_KEY: hexKey.describe('finds encrypted fields'),
  MEMBER_CODE_KEY: hexKey.describe('makes the rotating member codes'),
});

export type Env = z.infer<typeof envSchema>;

/** Reads the environment; on a missing or wrong value it throws one message that names each of them and what it needs. */
export const readEnv = (source: NodeJS.ProcessEnv = process.env): Env => {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const field = envSchema.shape[name as keyof typeof envSchema.shape];
    return `  ${name}: ${issue.message}${field?.description ? ` — ${field.description}` : ''}`;
  });
  throw new Error(`The environment is not complete:\n${lines.join('\n')}\nSee .env.example.`);
};
